/** What the page's address says: which meeting, and who was invited to it. */
export interface Place {
  readonly meetingId: string | null;
  /** Nothing for the host, who is known by a cookie. */
  readonly invite: string | null;
  /** A room to embed as it is, where the demo was started with `--room`. */
  readonly room: string | null;
}

export function readPlace(search: string): Place {
  const query = new URLSearchParams(search);
  return { meetingId: query.get('meeting'), invite: query.get('invite'), room: query.get('room') };
}

/** The page's address for a meeting: for its host, or for whoever has an invitation. */
export const linkFor = (meetingId: string, invite?: string): string =>
  `?${new URLSearchParams({ meeting: meetingId, ...(invite && { invite }) })}`;
