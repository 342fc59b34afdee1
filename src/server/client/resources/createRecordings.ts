import { hasText } from './hasText.js';
import type { Call } from '../Call.js';
import { createFileMethods } from './createFileMethods.js';
import type { AccessLink, AccessLinkQuery } from './createFileMethods.js';
import { createList } from './createList.js';
import { encodeId } from './encodeId.js';
import type { WithRateLimit, List, PageQuery, RequestOptions, SortBy } from '../types.js';

export interface Recording {
  readonly recordingId: string;
  readonly roomSessionId: string;
  readonly filename: string;
  /** ISO 8601, UTC. */
  readonly startDate: string;
  /** ISO 8601, UTC. */
  readonly endDate: string;
  readonly sizeInMegaBytes: number;
  /** Not in the API reference, but usually present. */
  readonly roomName?: string;
}

export interface ListRecordings extends PageQuery {
  /** The exact name, with its leading slash. */
  readonly roomName?: string | undefined;
  readonly sortBy?: SortBy<'roomName' | 'startDate' | 'duration' | 'sizeInMegaBytes'> | undefined;
}

export interface Recordings {
  list(query?: ListRecordings, options?: RequestOptions): List<Recording>;
  get(recordingId: string, options?: RequestOptions): Promise<WithRateLimit<Recording>>;
  /** Succeeds if it is already deleted. */
  delete(recordingId: string, options?: RequestOptions): Promise<WithRateLimit>;
  /** Schedules the deletion of several recordings. Unknown ids are ignored. */
  bulkDelete(recordingIds: readonly string[], options?: RequestOptions): Promise<WithRateLimit>;
  /**
   * A link to download the file, for recordings that Whereby stores.
   * @throws WherebyApiError `API_FORBIDDEN` if it is in your own bucket
   */
  accessLink(
    recordingId: string,
    query?: AccessLinkQuery,
    options?: RequestOptions,
  ): Promise<WithRateLimit<AccessLink>>;
}

const isRecording = hasText('recordingId');

export const createRecordings = (call: Call): Recordings => ({
  ...createFileMethods(call, 'recordings', 'recordingId'),
  list: (query = {}, options) =>
    createList(call, { operation: 'recordings.list', path: '/recordings', query, options }, isRecording),
  get: async (recordingId, options) =>
    call<Recording>({
      operation: 'recordings.get',
      method: 'GET',
      path: `/recordings/${encodeId('recordingId', recordingId)}`,
      isResult: isRecording,
      options,
    }),
});
