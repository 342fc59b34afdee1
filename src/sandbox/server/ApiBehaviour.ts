/** Something that a plan may lack. */
export type PlanFeature = 'groupRooms' | 'cloudRecording' | 'liveTranscription' | 'streaming' | 'dialIn';

/** How the REST API behaves where the service's documents are silent or contradict each other; docs/sandbox.md lists them with the reasons. */
export interface ApiBehaviour {
  /** Points per minute for all keys together; null is unlimited. The service: 100 or 1000. Default null. */
  readonly pointsPerMinute: number | null;
  /** What a call costs: by the OpenAPI document (read 1, delete 2, write 3) or by the guide (lists 3, insights 5, bulk 5). Default `spec`. */
  readonly pointCosts: 'spec' | 'guide';
  /** Whether every response has the headers of the rate limit, or only a 429. Default `429`. */
  readonly rateLimitHeaders: 'always' | '429';
  /** The format of `X-RateLimit-Reset`. Default `http`. */
  readonly rateLimitReset: 'http' | 'iso' | 'epoch';
  /** What the organisation's plan lacks: creating a meeting that needs it is not allowed (403). Default nothing. */
  readonly planLacks: readonly PlanFeature[];
  /** The form of the body of a 400, 401, 403 and 404. Default `json`. */
  readonly errorBodies: 'json' | 'text' | 'empty';
  /** Whether dates have milliseconds. Default true. */
  readonly milliseconds: boolean;
  /** Which prefixes are accepted: letters, digits, `-`, `_`, spaces and a leading slash, or only what the OpenAPI pattern means. Default `lenient`. */
  readonly roomNamePrefix: 'lenient' | 'strict';
  /** Whether lists of transcriptions and summaries have `cursor`, which their schemas misplace. Default true. */
  readonly cursorEverywhere: boolean;
  /** Summaries per page if no limit is given: 50 (OpenAPI document) or 25 (guide). Default 50. */
  readonly summariesPerPage: number;
  /** The state of a finished summary: as in the guide or as in the example. Default `ready`. */
  readonly summaryDone: 'ready' | 'completed';
  /** The names of a session's times: as in its properties, as in its list of required fields, or both. Default `properties`. */
  readonly sessionTimes: 'properties' | 'required' | 'both';
  /** How insights spell the role of someone who was admitted. Default `granted_visitor`. */
  readonly grantedRole: 'granted_visitor' | 'granted_visited';
  /** Which rooms insights list: those that had a session, or all that anyone was in. Default `with-session`. */
  readonly insightsRooms: 'with-session' | 'visited';
  /** How far insights lag behind, in ms; with `Infinity` they stay empty. The service: 10 to 15 minutes. Default 0. */
  readonly insightsLagMs: number;
}

export const defaultApiBehaviour: ApiBehaviour = {
  pointsPerMinute: null,
  pointCosts: 'spec',
  rateLimitHeaders: '429',
  rateLimitReset: 'http',
  planLacks: [],
  errorBodies: 'json',
  milliseconds: true,
  roomNamePrefix: 'lenient',
  cursorEverywhere: true,
  summariesPerPage: 50,
  summaryDone: 'ready',
  sessionTimes: 'properties',
  grantedRole: 'granted_visitor',
  insightsRooms: 'with-session',
  insightsLagMs: 0,
};
