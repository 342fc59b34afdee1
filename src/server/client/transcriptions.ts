import { hasText } from './call.js';
import type { Call } from './call.js';
import { createFiles } from './files.js';
import type { AccessLink, AccessLinkQuery } from './files.js';
import { createList } from './list.js';
import { idSegment } from './path.js';
import type { Answered, List, PageQuery, RequestOptions, SortBy } from './types.js';

export interface Transcription {
  readonly transcriptionId: string;
  readonly roomSessionId: string;
  readonly roomName: string;
  /** ISO 8601, UTC. */
  readonly startDate: string;
  /** ISO 8601, UTC; null while it runs. */
  readonly endDate: string | null;
  readonly state: 'ready' | 'failed' | 'in_progress';
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly type: 'LIVE_TRANSCRIPTION' | 'RECORDING_TRANSCRIPTION';
  readonly filename?: string;
  /** Seconds that are billed. */
  readonly durationInSeconds?: number;
  readonly storageType?: 'WHEREBY_HOSTED' | 'SELF_HOSTED';
}

export interface ListTranscriptions extends PageQuery {
  /** The whole name, with its leading slash. */
  readonly roomName?: string | undefined;
  readonly sortBy?: SortBy<'roomName' | 'startDate' | 'durationInSeconds'> | undefined;
}

export interface Transcriptions {
  /** Schedules the transcription of a recording. Not repeated where an answer was lost: that would make a second one. */
  create(
    input: { readonly recordingId: string },
    options?: RequestOptions,
  ): Promise<Answered<{ readonly transcriptionId: string }>>;
  list(query?: ListTranscriptions, options?: RequestOptions): List<Transcription>;
  get(transcriptionId: string, options?: RequestOptions): Promise<Answered<Transcription>>;
  /** Deleting what is gone already is no error. */
  delete(transcriptionId: string, options?: RequestOptions): Promise<Answered>;
  /** Schedules the deletion of many; ids that are unknown are no error. */
  bulkDelete(transcriptionIds: readonly string[], options?: RequestOptions): Promise<Answered>;
  /**
   * A link to fetch the text (Markdown) with, for transcriptions kept by Whereby.
   * @throws WherebyApiError `API_FORBIDDEN` where it is kept in a bucket of your own
   */
  accessLink(transcriptionId: string, query?: AccessLinkQuery, options?: RequestOptions): Promise<Answered<AccessLink>>;
}

const isTranscription = hasText('transcriptionId');

export const createTranscriptions = (call: Call): Transcriptions => ({
  ...createFiles(call, 'transcriptions', 'transcriptionId'),
  create: async (input, options) => {
    idSegment('recordingId', input.recordingId);
    return call<{ transcriptionId: string }>({
      operation: 'transcriptions.create',
      method: 'POST',
      path: '/transcriptions',
      body: input,
      isAnswer: isTranscription,
      options,
    });
  },
  list: (query = {}, options) =>
    createList(call, { operation: 'transcriptions.list', path: '/transcriptions', query, options }, isTranscription),
  get: async (transcriptionId, options) =>
    call<Transcription>({
      operation: 'transcriptions.get',
      method: 'GET',
      path: `/transcriptions/${idSegment('transcriptionId', transcriptionId)}`,
      isAnswer: isTranscription,
      options,
    }),
});
