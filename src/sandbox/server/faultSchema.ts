import * as v from 'valibot';
import type { FaultName } from './Faults.js';
import { namedFaults } from './namedFaults.js';
import { anyObject, objectWith } from './validation/schemas.js';

const optional = v.exactOptional;
const number = v.pipe(v.number(), v.minValue(0, 'must be 0 or more'));
const atLeastOne = v.pipe(v.number(), v.minValue(1, 'must be 1 or more'));

const isFaultName = (name: string): name is FaultName => Object.hasOwn(namedFaults, name);
export const faultNames = Object.keys(namedFaults).filter(isFaultName);

/** The fields of a fault that a form can send as texts are read by the control API. */
export const faultFields = {
  name: optional(v.picklist(faultNames)),
  path: optional(v.string()),
  method: optional(v.string()),
  times: optional(atLeastOne),
  latencyMs: optional(number),
  // What a Response can be made with: https://fetch.spec.whatwg.org/#dom-response
  status: optional(
    v.pipe(
      v.number(),
      v.check((status) => Number.isInteger(status) && status >= 200 && status <= 599, 'must be from 200 to 599'),
    ),
  ),
  body: optional(v.string()),
  headers: optional(
    v.pipe(
      anyObject,
      v.record(v.string(), v.pipe(v.union([v.string(), v.number()], 'must be a string'), v.transform(String))),
    ),
  ),
  drop: optional(v.picklist(['before', 'after'])),
  damage: optional(v.picklist(['garbage', 'half', 'silence'])),
  deliveries: optional(
    objectWith({
      type: optional(v.string()),
      lose: optional(v.boolean()),
      duplicate: optional(number),
      delayMs: optional(number),
      shuffleMs: optional(number),
    }),
  ),
};

const fields = objectWith(faultFields);

/** A fault by its name, or by its fields. */
export const fault = v.pipe(
  v.unknown(),
  v.transform((value) => (typeof value === 'string' ? { name: value } : value)),
  fields,
);
