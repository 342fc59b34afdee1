import type { Connection } from './createConnection.js';
import type { MeetingRequest } from './requestMeeting.js';

/** Names a request in the cache, where the app's other requests are too. */
export type CacheKey = readonly ['react-whereby-embed', connection: number, endpoint: string, MeetingRequest];

export const buildCacheKey = ({ id, endpoint }: Connection, request: MeetingRequest): CacheKey => [
  'react-whereby-embed',
  id,
  endpoint,
  request,
];
