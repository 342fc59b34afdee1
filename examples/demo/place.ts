/** What the page's address says: which meeting, and who was invited to it. */
export interface Place {
  readonly meetingId: string | null;
  /** Nothing for the host, who is known by a cookie. */
  readonly invite: string | null;
  /** A room to embed as it is. */
  readonly room: string | null;
  /** What else the address says, or leaves empty: a mistyped link. */
  readonly unknown: readonly string[];
}

const names = ['meeting', 'invite', 'room'];

export function readPlace(search: string): Place {
  const query = new URLSearchParams(search);
  return {
    meetingId: query.get('meeting'),
    invite: query.get('invite'),
    room: query.get('room'),
    unknown: [...query].filter(([name, value]) => !names.includes(name) || !value).map(([name]) => name),
  };
}

/** The page's address for a meeting: for its host, or for whoever has an invitation. */
export const linkFor = (meetingId: string, invite?: string): string =>
  `?${new URLSearchParams({ meeting: meetingId, ...(invite && { invite }) })}`;
