import * as v from 'valibot';
import type { ApiBehaviour } from '../ApiBehaviour.js';
import { anyObject, openObjectWith } from '../validation/schemas.js';
import { apiDate } from './apiDate.js';

const lenientPrefix = v.pipe(
  v.string(),
  v.maxLength(39, 'must have at most 39 characters'),
  v.transform((prefix) => prefix.toLowerCase().replace(/\s+/g, '').replace(/^\/+/, '')),
  v.regex(/^[a-z0-9_-]*$/, 'may contain letters, digits, - and _ only'),
);
const strictPrefix = v.pipe(
  v.string(),
  v.maxLength(39, 'must have at most 39 characters'),
  v.regex(/^[a-z0-9]*$/, 'may contain a-z and 0-9 only'),
);

const recording = openObjectWith({
  type: v.nullish(v.picklist(['none', 'local', 'cloud'])),
  startTrigger: v.nullish(v.picklist(['none', 'prompt', 'automatic', 'automatic-2nd-participant'])),
  destination: v.nullish(openObjectWith({ provider: v.nullish(v.picklist(['s3', 'whereby'])) })),
});
const liveTranscription = openObjectWith({
  startTrigger: v.nullish(v.picklist(['none', 'manual', 'automatic', 'automatic-2nd-participant'])),
  destination: v.nullish(anyObject),
});
const streaming = openObjectWith({
  startTrigger: v.nullish(v.picklist(['none', 'prompt', 'automatic'])),
  destination: v.nullish(openObjectWith({ url: v.pipe(v.string(), v.nonEmpty('is required')) })),
});

/** The body's `fields`: an array or one comma-joined text; anything else means none. */
const fieldList = v.fallback(
  v.union([
    v.pipe(
      v.string(),
      v.transform((text) => text.split(',')),
    ),
    v.array(v.pipe(v.unknown(), v.transform(String))),
  ]),
  [],
);

/** The body of `POST /meetings`. Unknown fields are ignored. */
export const createMeetingSchema = (behaviour: ApiBehaviour) =>
  v.object({
    endDate: apiDate,
    roomNamePrefix: v.nullish(behaviour.roomNamePrefix === 'strict' ? strictPrefix : lenientPrefix, ''),
    roomNamePattern: v.nullish(v.picklist(['uuid', 'human-short']), 'uuid'),
    roomMode: v.nullish(v.picklist(['normal', 'group']), 'normal'),
    isLocked: v.nullish(v.boolean(), false),
    templateType: v.nullish(v.picklist(['viewerMode']), null),
    isDialInEnabled: v.nullish(v.boolean(), false),
    recording: v.nullish(recording, null),
    liveTranscription: v.nullish(liveTranscription, null),
    streaming: v.nullish(streaming, null),
    fields: fieldList,
  });
