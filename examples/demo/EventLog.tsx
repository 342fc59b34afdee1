import { useState } from 'react';

export interface LoggedEvent {
  readonly id: number;
  readonly at: Date;
  /** The prop that handles it, such as `onJoin`. */
  readonly name: string;
  readonly payload: unknown;
}

interface Props {
  readonly events: readonly LoggedEvent[];
  readonly onClear: () => void;
}

/** A payload as text that breaks between its fields. */
const print = (payload: unknown) =>
  typeof payload === 'string' ? payload : JSON.stringify(payload, null, 1).replaceAll(/\s+/g, ' ');

/** Events as they arrive, the newest first, under the names of the props that handle them. */
export function EventLog({ events, onClear }: Props) {
  const [filter, setFilter] = useState('');
  const names = [...new Set(events.map(({ name }) => name))].toSorted();
  const shown = events.filter(({ name }) => !filter || name === filter);
  return (
    <section aria-labelledby="events">
      <h2 id="events">Events</h2>
      <div className="tools">
        <select aria-label="Which events" value={filter} onChange={({ target }) => setFilter(target.value)}>
          <option value="">All events ({events.length})</option>
          {[...new Set([...names, ...(filter ? [filter] : [])])].map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
        <button disabled={!events.length} onClick={onClear}>
          Clear
        </button>
      </div>
      <div className="log" role="log" aria-labelledby="events" tabIndex={0}>
        <ol>
          {shown.map(({ id, at, name, payload }) => (
            <li key={id}>
              <time dateTime={at.toISOString()}>{at.toLocaleTimeString()}</time> <code>{name}</code>
              {payload !== null && payload !== undefined && <span> {print(payload)}</span>}
            </li>
          ))}
        </ol>
      </div>
      {!shown.length && (
        <p>{events.length ? 'None like this yet.' : 'Nothing yet. What the room reports is listed here.'}</p>
      )}
    </section>
  );
}
