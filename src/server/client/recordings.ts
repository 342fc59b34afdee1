import { hasText } from './call.js';
import type { Call } from './call.js';
import { createFiles } from './files.js';
import type { AccessLink, AccessLinkQuery } from './files.js';
import { createList } from './list.js';
import { idSegment } from './path.js';
import type { Answered, List, PageQuery, RequestOptions, SortBy } from './types.js';

export interface Recording {
  readonly recordingId: string;
  readonly roomSessionId: string;
  readonly filename: string;
  /** ISO 8601, UTC. */
  readonly startDate: string;
  /** ISO 8601, UTC. */
  readonly endDate: string;
  readonly sizeInMegaBytes: number;
  /** Not documented, yet usually there. */
  readonly roomName?: string;
}

export interface ListRecordings extends PageQuery {
  /** The whole name, with its leading slash. */
  readonly roomName?: string | undefined;
  readonly sortBy?: SortBy<'roomName' | 'startDate' | 'duration' | 'sizeInMegaBytes'> | undefined;
}

export interface Recordings {
  list(query?: ListRecordings, options?: RequestOptions): List<Recording>;
  get(recordingId: string, options?: RequestOptions): Promise<Answered<Recording>>;
  /** Deleting what is gone already is no error. */
  delete(recordingId: string, options?: RequestOptions): Promise<Answered>;
  /** Schedules the deletion of many; ids that are unknown are no error. */
  bulkDelete(recordingIds: readonly string[], options?: RequestOptions): Promise<Answered>;
  /**
   * A link to fetch the file with, for recordings kept by Whereby.
   * @throws WherebyApiError `API_FORBIDDEN` where it is kept in a bucket of your own
   */
  accessLink(recordingId: string, query?: AccessLinkQuery, options?: RequestOptions): Promise<Answered<AccessLink>>;
}

const isRecording = hasText('recordingId');

export const createRecordings = (call: Call): Recordings => ({
  ...createFiles(call, 'recordings', 'recordingId'),
  list: (query = {}, options) =>
    createList(call, { operation: 'recordings.list', path: '/recordings', query, options }, isRecording),
  get: async (recordingId, options) =>
    call<Recording>({
      operation: 'recordings.get',
      method: 'GET',
      path: `/recordings/${idSegment('recordingId', recordingId)}`,
      isAnswer: isRecording,
      options,
    }),
});
