import type { Connection } from './connection.js';
import type { Wanted } from './requestMeeting.js';

/** The name of a request in the cache, which an app's other requests share. */
export type MeetingKey = readonly ['react-whereby-embed', scope: number, endpoint: string, Wanted];

export const meetingKey = ({ scope, endpoint }: Connection, wanted: Wanted): MeetingKey => [
  'react-whereby-embed',
  scope,
  endpoint,
  wanted,
];
