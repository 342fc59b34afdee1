import * as v from 'valibot';
import { webhookEvents } from '../../../server/webhooks/events.js';
import type { WebhookEventType } from '../../../server/webhooks/events.js';
import { joinableRoles } from '../joinableRoles.js';
import { externalId as externalIdText, isoTime as isoTimeText } from '../validation/schemas.js';

// The fields of control calls. Each takes what a form can send, too.

export const text = v.exactOptional(v.string());

export const externalId = v.exactOptional(externalIdText);

/** A number that is not negative. */
const anyNumber = v.pipe(
  v.union([v.number(), v.string()], 'must be a number'),
  v.transform(Number),
  v.check((value) => Number.isFinite(value) && value >= 0, 'must be a number that is not negative'),
);
export const number = v.exactOptional(anyNumber);

export const numberBetween = (least: number, most: number) =>
  v.exactOptional(
    v.pipe(
      anyNumber,
      v.check((value) => value >= least && value <= most, `must be from ${least} to ${most}`),
    ),
  );

export const positiveNumber = v.exactOptional(v.pipe(anyNumber, v.minValue(1, 'must be 1 or more')));

export const flag = v.exactOptional(
  v.pipe(
    v.union([v.boolean(), v.picklist(['true', 'false', 'on'])], 'must be true or false'),
    v.transform((value) => value === true || value === 'true' || value === 'on'),
  ),
);

/** An array of texts, or one text with commas. Empty ones are dropped. */
export const texts = v.exactOptional(
  v.pipe(
    v.union([v.array(v.string()), v.string()], 'must be an array of strings'),
    v.transform((value) => (typeof value === 'string' ? value.split(',').map((part) => part.trim()) : value)),
    v.transform((list) => list.filter(Boolean)),
  ),
);

export const oneOf = <const Choices extends readonly string[]>(choices: Choices) =>
  v.exactOptional(v.picklist(choices));

/** An ISO time, as milliseconds since 1970. */
export const isoTime = v.exactOptional(
  v.pipe(
    isoTimeText,
    v.transform((value) => Date.parse(value)),
  ),
);

export const role = oneOf(joinableRoles);

const isEventType = (type: string): type is WebhookEventType => Object.hasOwn(webhookEvents, type);
export const eventTypes = Object.keys(webhookEvents).filter(isEventType);
