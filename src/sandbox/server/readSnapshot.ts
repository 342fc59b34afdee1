import * as v from 'valibot';
import { createServerError } from '../../errors/createServerError.js';
import type { WorldState } from '../core/index.js';
import { machineRoles, personRoles } from '../../server/roles.js';
import type { SandboxSnapshot } from './Sandbox.js';
import { parseInput } from './validation/parseInput.js';
import { anyObject, openObjectWith } from './validation/schemas.js';

const text = v.string();
const time = v.pipe(v.number(), v.finite());
const timeOrNull = v.nullable(time);
const textOrNull = v.nullable(v.string());
const flag = v.boolean();
const role = v.picklist([...personRoles, ...machineRoles]);

const person = {
  self: openObjectWith({ displayName: text, camera: flag, microphone: flag, screenshare: flag }),
  externalId: textOrNull,
  metadata: textOrNull,
  deviceId: text,
  simulated: flag,
};

/** What a room cannot do without. Fields that only later versions have stay out, so that older snapshots can be restored. */
const records = {
  meetings: openObjectWith({
    meetingId: text,
    order: v.number(),
    roomName: text,
    createdAt: time,
    endDate: time,
    deletedAt: timeOrNull,
    roomMode: v.picklist(['normal', 'group']),
    keys: v.pipe(anyObject, v.record(text, role)),
    locked: flag,
    present: v.array(text),
    stayIds: v.array(text),
    sessionIds: v.array(text),
    knocks: v.array(openObjectWith({ knockId: text, participantId: text, role, person: openObjectWith(person) })),
    chat: v.array(anyObject),
    breakout: openObjectWith({ open: flag, groups: v.array(text) }),
    sessionId: textOrNull,
    recordingId: textOrNull,
    transcriptionId: textOrNull,
  }),
  stays: openObjectWith({
    ...person,
    participantId: text,
    meetingId: text,
    role,
    joinedAt: time,
    leftAt: timeOrNull,
    sends: v.array(anyObject),
    networks: v.array(anyObject),
  }),
  sessions: openObjectWith({ roomSessionId: text, meetingId: text, startedAt: time, endedAt: timeOrNull }),
  recordings: openObjectWith({ recordingId: text, meetingId: text, startedAt: time, endedAt: timeOrNull }),
  transcriptions: openObjectWith({ transcriptionId: text, meetingId: text, startedAt: time, outcome: anyObject }),
  summaries: openObjectWith({ summaryId: text, transcriptionId: text, createdAt: time }),
} satisfies Readonly<Record<Exclude<keyof WorldState, 'count' | 'names' | 'jobs'>, v.GenericSchema>>;

const recordOf = (schema: v.GenericSchema) => v.pipe(anyObject, v.record(text, schema));

const snapshotSchema = openObjectWith({
  world: openObjectWith({
    count: v.number(),
    names: v.pipe(anyObject, v.record(text, text)),
    jobs: v.array(openObjectWith({ at: time, kind: text, id: text })),
    meetings: recordOf(records.meetings),
    stays: recordOf(records.stays),
    sessions: recordOf(records.sessions),
    recordings: recordOf(records.recordings),
    transcriptions: recordOf(records.transcriptions),
    summaries: recordOf(records.summaries),
  }),
  clock: openObjectWith({ now: time, frozen: flag }),
  images: v.pipe(anyObject, v.record(text, openObjectWith({ type: text, base64: text }))),
  random: v.exactOptional(openObjectWith({ key: textOrNull, drawn: v.number(), seeds: v.number() })),
});

const createSnapshotError = (problem: string) =>
  createServerError('SANDBOX_SEED_INVALID', { problem: `in a snapshot, ${problem}` });

/** The names of everyone in a room, and of every room, must lead to something. */
function checkReferences({ world }: SandboxSnapshot): void {
  const has = (record: object, id: string) => Object.hasOwn(record, id);
  for (const { meetingId, roomName, present, sessionId } of Object.values(world.meetings)) {
    const lost = present.find((id) => !has(world.stays, id));
    if (lost !== undefined) throw createSnapshotError(`${lost} is in the room ${roomName}, but not among the stays`);
    if (sessionId !== null && !has(world.sessions, sessionId))
      throw createSnapshotError(`the session ${sessionId} of ${meetingId} is not among the sessions`);
  }
  for (const [roomName, id] of Object.entries(world.names))
    if (!has(world.meetings, id)) throw createSnapshotError(`the room ${roomName} is of no meeting`);
}

const isSnapshot = (value: unknown): value is SandboxSnapshot => v.is(snapshotSchema, value);

/** Reads a snapshot. Throws `SANDBOX_SEED_INVALID` if it is not one that a sandbox has taken. */
export function readSnapshot(value: unknown): SandboxSnapshot {
  parseInput(snapshotSchema, value, createSnapshotError);
  if (!isSnapshot(value)) throw createSnapshotError('it has another shape than one that was taken');
  checkReferences(value);
  return value;
}
