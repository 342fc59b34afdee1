import { readConfig } from './readConfig.js';
import type { WherebyOptions } from './readConfig.js';
import { createCall } from './createCall.js';
import { createInsights } from './resources/createInsights.js';
import type { Insights } from './resources/createInsights.js';
import { createMeetings } from './resources/createMeetings.js';
import type { Meetings } from './resources/createMeetings.js';
import { createRecordings } from './resources/createRecordings.js';
import type { Recordings } from './resources/createRecordings.js';
import { createRoomThemes } from './resources/createRoomThemes.js';
import type { Rooms } from './resources/createRoomThemes.js';
import { assertServer } from './assertServer.js';
import { createSummaries } from './resources/createSummaries.js';
import type { Summaries } from './resources/createSummaries.js';
import { createTranscriptions } from './resources/createTranscriptions.js';
import type { Transcriptions } from './resources/createTranscriptions.js';

/** The REST API, by resource. `rooms` sets the theme of rooms. */
export interface Whereby {
  readonly meetings: Meetings;
  readonly recordings: Recordings;
  readonly transcriptions: Transcriptions;
  readonly summaries: Summaries;
  readonly rooms: Rooms;
  readonly insights: Insights;
}

/**
 * Creates a client of the REST API. It sends nothing by itself, and a whole server can share one. Printing it shows no
 * key.
 *
 * It can be created without a key, as builds do: the calls then reject with `API_KEY_MISSING`.
 * @throws WherebyError `SERVER_ONLY`, `API_KEY_INVALID` or `CLIENT_OPTION_INVALID`
 */
export function createWhereby(options: WherebyOptions = {}): Whereby {
  assertServer('createWhereby');
  const call = createCall(readConfig(options));
  return {
    meetings: createMeetings(call),
    recordings: createRecordings(call),
    transcriptions: createTranscriptions(call),
    summaries: createSummaries(call),
    rooms: createRoomThemes(call),
    insights: createInsights(call),
  };
}
