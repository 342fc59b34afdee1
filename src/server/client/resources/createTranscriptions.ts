import { hasText } from './hasText.js';
import type { Call } from '../Call.js';
import { createFileMethods } from './createFileMethods.js';
import type { AccessLink, AccessLinkQuery } from './createFileMethods.js';
import { createList } from './createList.js';
import { encodeId } from './encodeId.js';
import type { WithRateLimit, List, PageQuery, RequestOptions, SortBy } from '../types.js';

export interface Transcription {
  readonly transcriptionId: string;
  readonly roomSessionId: string;
  readonly roomName: string;
  /** ISO 8601, UTC. */
  readonly startDate: string;
  /** ISO 8601, UTC; null while it is running. */
  readonly endDate: string | null;
  readonly state: 'ready' | 'failed' | 'in_progress';
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly type: 'LIVE_TRANSCRIPTION' | 'RECORDING_TRANSCRIPTION';
  readonly filename?: string;
  /** Billed length in seconds. */
  readonly durationInSeconds?: number;
  readonly storageType?: 'WHEREBY_HOSTED' | 'SELF_HOSTED';
}

export interface ListTranscriptions extends PageQuery {
  /** The exact name, with its leading slash. */
  readonly roomName?: string | undefined;
  readonly sortBy?: SortBy<'roomName' | 'startDate' | 'durationInSeconds'> | undefined;
}

export interface Transcriptions {
  /** Schedules the transcription of a recording. Not repeated after a lost response, which could create a second one. */
  create(
    input: { readonly recordingId: string },
    options?: RequestOptions,
  ): Promise<WithRateLimit<{ readonly transcriptionId: string }>>;
  list(query?: ListTranscriptions, options?: RequestOptions): List<Transcription>;
  get(transcriptionId: string, options?: RequestOptions): Promise<WithRateLimit<Transcription>>;
  /** Succeeds if it is already deleted. */
  delete(transcriptionId: string, options?: RequestOptions): Promise<WithRateLimit>;
  /** Schedules the deletion of several transcriptions. Unknown ids are ignored. */
  bulkDelete(transcriptionIds: readonly string[], options?: RequestOptions): Promise<WithRateLimit>;
  /**
   * A link to download the text (Markdown), for transcriptions that Whereby stores.
   * @throws WherebyApiError `API_FORBIDDEN` if it is in your own bucket
   */
  accessLink(
    transcriptionId: string,
    query?: AccessLinkQuery,
    options?: RequestOptions,
  ): Promise<WithRateLimit<AccessLink>>;
}

const isTranscription = hasText('transcriptionId');

export const createTranscriptions = (call: Call): Transcriptions => ({
  ...createFileMethods(call, 'transcriptions', 'transcriptionId'),
  create: async (input, options) => {
    encodeId('recordingId', input.recordingId);
    return call<{ transcriptionId: string }>({
      operation: 'transcriptions.create',
      method: 'POST',
      path: '/transcriptions',
      body: input,
      isResult: isTranscription,
      options,
    });
  },
  list: (query = {}, options) =>
    createList(call, { operation: 'transcriptions.list', path: '/transcriptions', query, options }, isTranscription),
  get: async (transcriptionId, options) =>
    call<Transcription>({
      operation: 'transcriptions.get',
      method: 'GET',
      path: `/transcriptions/${encodeId('transcriptionId', transcriptionId)}`,
      isResult: isTranscription,
      options,
    }),
});
