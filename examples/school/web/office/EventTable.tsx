import type { TimelineEvent } from '../../shared/api.js';
import { useTexts } from '../texts/useTexts.js';
import { useFormats } from '../time/useFormats.js';

/** What the service has reported, in the order of its time. */
export function EventTable({ events }: { readonly events: readonly TimelineEvent[] }) {
  const { office } = useTexts();
  const { second } = useFormats();
  return (
    <details className="events">
      <summary>{office.timeline.events(events.length)}</summary>
      <ol>
        {events.map(({ id, at, type, name }) => (
          <li key={id}>
            <time dateTime={at}>{second(at)}</time> <code>{type}</code> {name}
          </li>
        ))}
      </ol>
    </details>
  );
}
