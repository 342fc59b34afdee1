import { readConfig } from './config.js';
import type { WherebyOptions } from './config.js';
import { createCall } from './createCall.js';
import { createInsights } from './insights.js';
import type { Insights } from './insights.js';
import { createMeetings } from './meetings.js';
import type { Meetings } from './meetings.js';
import { createRecordings } from './recordings.js';
import type { Recordings } from './recordings.js';
import { createRooms } from './rooms.js';
import type { Rooms } from './rooms.js';
import { assertServer } from './serverOnly.js';
import { createSummaries } from './summaries.js';
import type { Summaries } from './summaries.js';
import { createTranscriptions } from './transcriptions.js';
import type { Transcriptions } from './transcriptions.js';

/** The REST API, by resource. */
export interface Whereby {
  readonly meetings: Meetings;
  readonly recordings: Recordings;
  readonly transcriptions: Transcriptions;
  readonly summaries: Summaries;
  readonly rooms: Rooms;
  readonly insights: Insights;
}

/**
 * A client of the REST API. Sends nothing by itself; one is enough for a whole server. Printing it shows no key.
 * @throws WherebyError `SERVER_ONLY`, `API_KEY_MISSING`, `API_KEY_INVALID` or `CLIENT_OPTION_INVALID`
 */
export function createWhereby(options: WherebyOptions = {}): Whereby {
  assertServer('createWhereby');
  const call = createCall(readConfig(options));
  return {
    meetings: createMeetings(call),
    recordings: createRecordings(call),
    transcriptions: createTranscriptions(call),
    summaries: createSummaries(call),
    rooms: createRooms(call),
    insights: createInsights(call),
  };
}
