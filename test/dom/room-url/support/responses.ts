import type { MeetingAnswer } from 'react-whereby-embed';

export const buildMeeting = (id: string, more: Partial<MeetingAnswer> = {}): MeetingAnswer => ({
  url: `https://acme.whereby.com/room-${id}?roomKey=key-${id}`,
  meetingId: id,
  role: 'host',
  startDate: '2030-01-01T00:00:00.000Z',
  endDate: '2030-01-01T01:00:00.000Z',
  ...more,
});

export const buildResponse = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  Response.json(body, { status, headers });

/** An error as the room handler responds with it. */
export const buildFailure = (code: string, status: number, headers: Record<string, string> = {}) =>
  buildResponse({ error: { code, message: `It is ${code}.` } }, status, headers);
