import type { MeetingRole } from 'react-whereby-embed';
import { linkFor } from './place.js';

const others: readonly [MeetingRole, string][] = [
  ['visitor', 'Open as a guest'],
  ['viewer', 'Open as a viewer'],
];

/** Links to the same meeting for other people, to open in other tabs. */
export function Invite({ meetingId, role }: { meetingId: string; role: MeetingRole }) {
  if (role !== 'host') return null;
  return (
    <nav aria-label="Other people">
      {others.map(([as, text]) => (
        <a key={as} href={linkFor(meetingId, as)} target="_blank" rel="noreferrer">
          {text}
        </a>
      ))}
      <a href="?">New meeting</a>
    </nav>
  );
}
