export interface LoggedEvent {
  readonly id: number;
  readonly at: Date;
  readonly name: string;
  readonly payload: unknown;
}

/** Events as they arrive, the newest first. */
export function EventLog({ events }: { events: readonly LoggedEvent[] }) {
  return (
    <section aria-labelledby="events">
      <h2 id="events">Events</h2>
      {events.length ? (
        <ol className="log" role="log" aria-labelledby="events" tabIndex={0}>
          {events.map(({ id, at, name, payload }) => (
            <li key={id}>
              <time dateTime={at.toISOString()}>{at.toLocaleTimeString()}</time> <code>{name}</code>
              {payload !== null && payload !== undefined && (
                <span> {typeof payload === 'string' ? payload : JSON.stringify(payload)}</span>
              )}
            </li>
          ))}
        </ol>
      ) : (
        <p>Nothing yet. Join the meeting.</p>
      )}
    </section>
  );
}
