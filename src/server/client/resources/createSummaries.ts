import { hasText } from './hasText.js';
import type { Call } from '../Call.js';
import { createList } from './createList.js';
import { encodeId } from './encodeId.js';
import type { WithRateLimit, List, PageQuery, RequestOptions, SortBy } from '../types.js';

export type SummaryTemplate =
  'SOAP' | 'Extended SOAP' | 'General Narrative' | 'General Bulleted' | 'Educational Lecture' | 'Educational Tutoring';

/** Summaries are in beta, by invitation. */
export interface Summary {
  readonly summaryId: string;
  readonly transcriptionId: string;
  /** Empty while it is in progress. The API reference has an object with the text, the guide the text itself. */
  readonly summary: { readonly summary?: string } | string | null;
  readonly roomSessionId: string;
  readonly roomName: string;
  /** ISO 8601, UTC, as the other times. */
  readonly startDate: string;
  readonly endDate: string | null;
  /** `ready` and `completed` mean the same: the guide has the one, the API reference the other. */
  readonly state: 'in_progress' | 'ready' | 'completed' | 'failed';
  readonly createdAt: string;
  readonly modifiedAt: string;
  readonly template: SummaryTemplate;
}

export interface CreateSummary {
  readonly transcriptionId: string;
  /** The API's default is `General Bulleted`. */
  readonly template?: SummaryTemplate | undefined;
}

export interface ListSummaries extends PageQuery {
  readonly sortBy?: SortBy<'roomName' | 'startDate' | 'durationInSeconds'> | undefined;
}

export interface Summaries {
  /**
   * Schedules the summary of a transcription that Whereby stores. It takes about a minute, and no webhook reports
   * that it is ready. Not repeated after a lost response, which could create a second one.
   */
  create(input: CreateSummary, options?: RequestOptions): Promise<WithRateLimit<{ readonly summaryId: string }>>;
  list(query?: ListSummaries, options?: RequestOptions): List<Summary>;
  get(summaryId: string, options?: RequestOptions): Promise<WithRateLimit<Summary>>;
  /** Succeeds if it is already deleted. */
  delete(summaryId: string, options?: RequestOptions): Promise<WithRateLimit>;
}

const isSummary = hasText('summaryId');

export const createSummaries = (call: Call): Summaries => ({
  create: async (input, options) => {
    encodeId('transcriptionId', input.transcriptionId);
    return call<{ summaryId: string }>({
      operation: 'summaries.create',
      method: 'POST',
      path: '/summaries',
      body: input,
      isResult: isSummary,
      options,
    });
  },
  list: (query = {}, options) =>
    createList(call, { operation: 'summaries.list', path: '/summaries', query, options }, isSummary),
  get: async (summaryId, options) =>
    call<Summary>({
      operation: 'summaries.get',
      method: 'GET',
      path: `/summaries/${encodeId('summaryId', summaryId)}`,
      isResult: isSummary,
      options,
    }),
  delete: async (summaryId, options) =>
    call({
      operation: 'summaries.delete',
      method: 'DELETE',
      path: `/summaries/${encodeId('summaryId', summaryId)}`,
      options,
    }),
});
