import * as v from 'valibot';
import type { Rules } from '../../core/index.js';
import type { ApiBehaviour } from '../ApiBehaviour.js';
import type { DeliverySettings } from '../deliveries/types.js';
import { objectWith } from './schemas.js';

// Times can be `Infinity`: never, or without a limit.
const notNegative = v.pipe(v.number(), v.minValue(0, 'must be 0 or more'));
const wholeFrom = (least: number) =>
  v.pipe(v.number(), v.integer('must be a whole number'), v.minValue(least, `must be ${least} or more`));
const flag = v.boolean();
// All of them can be left out.
const optional = v.exactOptional;

type Schemas<Settings> = Readonly<Record<keyof Settings, v.GenericSchema>>;

const ruleSchemas = {
  capacity: optional(objectWith({ normal: wholeFrom(1), group: wholeFrom(1) })),
  sessionGraceMs: optional(notNegative),
  deactivateAfterMs: optional(notNegative),
  deleteAfterMs: optional(notNegative),
  leftOnDelete: optional(flag),
  countMachines: optional(flag),
  keepParticipantId: optional(flag),
  hideNames: optional(flag),
  meetingIds: optional(v.picklist(['digits', 'uuid'])),
  webhookFields: optional(v.picklist(['newest', 'oldest'])),
  openRooms: optional(flag),
  startMs: optional(notNegative),
  uploadMs: optional(notNegative),
  processMs: optional(notNegative),
} satisfies Schemas<Rules>;

const apiSchemas = {
  pointsPerMinute: optional(v.nullable(wholeFrom(0))),
  pointCosts: optional(v.picklist(['spec', 'guide'])),
  rateLimitHeaders: optional(v.picklist(['always', '429'])),
  rateLimitReset: optional(v.picklist(['http', 'iso', 'epoch'])),
  planLacks: optional(
    v.array(v.picklist(['groupRooms', 'cloudRecording', 'liveTranscription', 'streaming', 'dialIn'])),
  ),
  errorBodies: optional(v.picklist(['json', 'text', 'empty'])),
  milliseconds: optional(flag),
  roomNamePrefix: optional(v.picklist(['lenient', 'strict'])),
  cursorEverywhere: optional(flag),
  summariesPerPage: optional(wholeFrom(1)),
  summaryDone: optional(v.picklist(['ready', 'completed'])),
  sessionTimes: optional(v.picklist(['properties', 'required', 'both'])),
  grantedRole: optional(v.picklist(['granted_visitor', 'granted_visited'])),
  insightsRooms: optional(v.picklist(['with-session', 'visited'])),
  insightsLagMs: optional(notNegative),
} satisfies Schemas<ApiBehaviour>;

const deliverySchemas = {
  timeoutMs: optional(notNegative),
  retryDelaysMs: optional(v.array(notNegative)),
  retryAlso: optional(v.array(v.picklist(['connection', '3xx', '4xx']))),
  resignOnRetry: optional(flag),
  sign: optional(flag),
  wrongSecret: optional(v.nullable(v.string())),
  signatureTime: optional(v.picklist(['real', 'sandbox'])),
  signatureAgeS: optional(v.number()),
  concurrency: optional(wholeFrom(1)),
  keep: optional(wholeFrom(1)),
} satisfies Schemas<DeliverySettings>;

export const rules = objectWith(ruleSchemas);
export const apiBehaviour = objectWith(apiSchemas);
export const deliverySettings = objectWith(deliverySchemas);
