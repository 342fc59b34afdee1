import { hasText } from './call.js';
import type { Call } from './call.js';
import { createList } from './list.js';
import { idSegment } from './path.js';
import type { Answered, List, PageQuery, RequestOptions, SortBy } from './types.js';

export type SummaryTemplate =
  'SOAP' | 'Extended SOAP' | 'General Narrative' | 'General Bulleted' | 'Educational Lecture' | 'Educational Tutoring';

/** In beta, by invitation. */
export interface Summary {
  readonly summaryId: string;
  readonly transcriptionId: string;
  /** Empty while it is being written. Documented as text inside an object, and seen as text. */
  readonly summary: { readonly summary?: string } | string | null;
  readonly roomSessionId: string;
  readonly roomName: string;
  readonly startDate: string;
  readonly endDate: string | null;
  /** `ready` and `completed` both mean that it is there: the API's documents use either word. */
  readonly state: 'in_progress' | 'ready' | 'completed' | 'failed';
  readonly createdAt: string;
  readonly modifiedAt: string;
  readonly template: SummaryTemplate;
}

export interface CreateSummary {
  readonly transcriptionId: string;
  /** The API takes `General Bulleted` where none is given. */
  readonly template?: SummaryTemplate | undefined;
}

export interface ListSummaries extends PageQuery {
  readonly sortBy?: SortBy<'roomName' | 'startDate' | 'durationInSeconds'> | undefined;
}

export interface Summaries {
  /**
   * Schedules the summary of a transcription that Whereby keeps; it takes about a minute and no webhook tells.
   * Not repeated where an answer was lost: that would make a second one.
   */
  create(input: CreateSummary, options?: RequestOptions): Promise<Answered<{ readonly summaryId: string }>>;
  list(query?: ListSummaries, options?: RequestOptions): List<Summary>;
  get(summaryId: string, options?: RequestOptions): Promise<Answered<Summary>>;
  /** Deleting what is gone already is no error. */
  delete(summaryId: string, options?: RequestOptions): Promise<Answered>;
}

const isSummary = hasText('summaryId');

export const createSummaries = (call: Call): Summaries => ({
  create: async (input, options) => {
    idSegment('transcriptionId', input.transcriptionId);
    return call<{ summaryId: string }>({
      operation: 'summaries.create',
      method: 'POST',
      path: '/summaries',
      body: input,
      isAnswer: isSummary,
      options,
    });
  },
  list: (query = {}, options) =>
    createList(call, { operation: 'summaries.list', path: '/summaries', query, options }, isSummary),
  get: async (summaryId, options) =>
    call<Summary>({
      operation: 'summaries.get',
      method: 'GET',
      path: `/summaries/${idSegment('summaryId', summaryId)}`,
      isAnswer: isSummary,
      options,
    }),
  delete: async (summaryId, options) =>
    call({
      operation: 'summaries.delete',
      method: 'DELETE',
      path: `/summaries/${idSegment('summaryId', summaryId)}`,
      options,
    }),
});
