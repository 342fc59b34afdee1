import type { MeetingRole } from 'react-whereby-embed';

/** What the page's address says: who is here, and in which meeting. */
export interface Place {
  readonly role: MeetingRole;
  readonly name: string;
  readonly meetingId: string | null;
  /** A room to embed as it is, where the demo was started with `--room`. */
  readonly room: string | null;
}

const names: Record<MeetingRole, string> = { host: 'Hanna Host', visitor: 'Vera Visitor', viewer: 'Vito Viewer' };

const isRole = (text: string | null): text is MeetingRole => text !== null && text in names;

export function readPlace(search: string): Place {
  const query = new URLSearchParams(search);
  const as = query.get('as');
  const role = isRole(as) ? as : 'host';
  return {
    role,
    name: query.get('name') ?? names[role],
    meetingId: query.get('meeting'),
    room: query.get('room'),
  };
}

/** The page's address for somebody else in the same meeting. */
export const linkFor = (meetingId: string, role: MeetingRole): string =>
  `?${new URLSearchParams({ meeting: meetingId, as: role })}`;
