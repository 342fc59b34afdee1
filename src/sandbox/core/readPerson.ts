import * as v from 'valibot';
import type { SelfState } from '../wire.js';

const clip = (length: number) =>
  v.pipe(
    v.string(),
    v.transform((text) => text.slice(0, length)),
  );

/** A text that a browser sent, cut to a length; anything else becomes an empty text. */
export const clippedText = (length: number) => v.fallback(clip(length), '');

/** The same, but anything else becomes null. */
const clippedTextOrNull = (length: number) => v.fallback(v.nullable(clip(length)), null);

const flag = v.fallback(v.boolean(), false);

const selfFields = {
  displayName: clippedText(100),
  avatarUrl: clippedTextOrNull(2_000),
  camera: flag,
  microphone: flag,
  screenshare: flag,
  cameraEffect: clippedTextOrNull(2_000),
  handRaised: flag,
  group: clippedTextOrNull(100),
};

const nothingGiven = v.parse(v.object(selfFields), {});

/** What an `enter` or a `knock` says its `externalId` is; null if it says nothing. */
export const readExternalId = (message: { readonly externalId: unknown }): string | null =>
  typeof message.externalId === 'string' ? message.externalId : null;

/** Whether the service accepts it: null, or up to 36 letters, digits, hyphens and underscores. */
export const isExternalId = (externalId: string | null): boolean =>
  externalId === null || /^[\w-]{1,36}$/.test(externalId);

const personSchema = v.object({
  self: v.fallback(v.object(selfFields), nothingGiven),
  externalId: clippedTextOrNull(1_000),
  metadata: clippedTextOrNull(20_000),
});

/** Reads who someone claims to be. Browsers are not trusted: whatever does not fit becomes empty. */
export const readPerson = (message: unknown) => v.parse(personSchema, message);

const changesSchema = v.fallback(
  v.object({
    displayName: v.exactOptional(selfFields.displayName),
    avatarUrl: v.exactOptional(selfFields.avatarUrl),
    camera: v.exactOptional(selfFields.camera),
    microphone: v.exactOptional(selfFields.microphone),
    screenshare: v.exactOptional(selfFields.screenshare),
    cameraEffect: v.exactOptional(selfFields.cameraEffect),
    handRaised: v.exactOptional(selfFields.handRaised),
    group: v.exactOptional(selfFields.group),
  }),
  {},
);

/** Reads what someone changes about themselves. Fields that were not sent stay out; unknown ones are dropped. */
export const readSelfChanges = (changes: unknown): Partial<SelfState> => v.parse(changesSchema, changes);
