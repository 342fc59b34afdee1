import * as v from 'valibot';
import { createServerError } from '../../errors/createServerError.js';
import { joinableRoles } from './joinableRoles.js';
import type { Seed } from './Seed.js';
import { parseInput } from './validation/parseInput.js';
import { anyObject, externalId, isoTime, objectWith, roomName } from './validation/schemas.js';

const text = v.exactOptional(v.string());
const textOrNull = v.exactOptional(v.nullable(v.string()));
const flag = v.exactOptional(v.boolean());
const role = v.picklist(joinableRoles);

const person = objectWith({
  displayName: text,
  role: v.exactOptional(role),
  externalId: v.exactOptional(v.nullable(externalId)),
  metadata: textOrNull,
  deviceId: text,
  userAgent: text,
  avatarUrl: textOrNull,
  camera: flag,
  microphone: flag,
  screenshare: flag,
  cameraEffect: textOrNull,
  handRaised: flag,
  group: textOrNull,
  dialIn: flag,
});

/** What a meeting records, transcribes or streams. As `POST /meetings` takes it, unknown fields and all. */
const capture = v.exactOptional(v.nullable(anyObject));

const meeting = objectWith({
  meetingId: v.exactOptional(v.pipe(v.string(), v.regex(/^[\w-]+$/, 'may contain letters, digits, - and _ only'))),
  roomName: v.exactOptional(roomName),
  roomNamePrefix: text,
  roomNamePattern: v.exactOptional(v.picklist(['uuid', 'human-short'])),
  endDate: v.exactOptional(isoTime),
  isLocked: flag,
  roomMode: v.exactOptional(v.picklist(['normal', 'group'])),
  templateType: textOrNull,
  isDialInEnabled: flag,
  recording: capture,
  liveTranscription: capture,
  streaming: capture,
  keys: v.exactOptional(v.pipe(anyObject, v.record(v.string(), role))),
  people: v.exactOptional(v.array(person)),
  knocking: v.exactOptional(v.array(person)),
});

const seedSchema = objectWith({ now: v.exactOptional(isoTime), meetings: v.exactOptional(v.array(meeting)) });

/** Reads the whole of a seed before any of it is used. Throws `SANDBOX_SEED_INVALID`. */
export const readSeed = (value: unknown): Seed =>
  parseInput(seedSchema, value, (problem) =>
    createServerError('SANDBOX_SEED_INVALID', { problem: `in a seed, ${problem}` }),
  );
