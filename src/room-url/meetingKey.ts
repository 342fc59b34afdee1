import type { Connection } from './connection.js';
import type { MeetingRequest } from './requestMeeting.js';

/** The name of a request in the cache, which an app's other requests share. */
export type MeetingKey = readonly ['react-whereby-embed', scope: number, endpoint: string, MeetingRequest];

export const meetingKey = ({ scope, endpoint }: Connection, wanted: MeetingRequest): MeetingKey => [
  'react-whereby-embed',
  scope,
  endpoint,
  wanted,
];
