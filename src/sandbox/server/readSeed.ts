import { createServerError } from '../../errors/createServerError.js';
import { roles } from './control/readInput.js';
import type { Seed } from './plantSeed.js';

export const invalidSeed = (problem: string) => createServerError('SANDBOX_SEED_INVALID', { problem });

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: unknown): value is string => typeof value === 'string';

function checkTime(name: string, value: unknown): void {
  if (value !== undefined && (!isText(value) || Number.isNaN(Date.parse(value))))
    throw invalidSeed(`${name} is ${JSON.stringify(value)}, which is not an ISO time`);
}

function checkChoice(name: string, value: unknown, choices: readonly unknown[]): void {
  if (value !== undefined && !choices.includes(value))
    throw invalidSeed(`${name} is ${JSON.stringify(value)}; it must be one of ${choices.join(', ')}`);
}

function checkPeople(name: string, value: unknown): void {
  if (value === undefined) return;
  if (!Array.isArray(value) || !value.every(isObject)) throw invalidSeed(`${name} is not an array of people`);
  for (const { displayName, role } of value as readonly Fields[]) {
    if (displayName !== undefined && !isText(displayName))
      throw invalidSeed(`a displayName of ${name} is not a string`);
    checkChoice(`a role of ${name}`, role, roles);
  }
}

function checkMeeting(meeting: unknown): void {
  if (!isObject(meeting)) throw invalidSeed('a meeting is not an object');
  const { roomName, endDate, roomMode, keys, people, knocking } = meeting;
  if (roomName !== undefined && (!isText(roomName) || !/^\/?[\w-]+$/.test(roomName)))
    throw invalidSeed(`${JSON.stringify(roomName)} is not a room name, which has letters, digits, - and _ only`);
  checkTime('endDate', endDate);
  checkChoice('roomMode', roomMode, ['normal', 'group']);
  for (const name of ['recording', 'liveTranscription', 'streaming'])
    if (meeting[name] !== undefined && meeting[name] !== null && !isObject(meeting[name]))
      throw invalidSeed(`${name} is not an object`);
  if (keys !== undefined && !isObject(keys)) throw invalidSeed('keys is not an object');
  for (const role of Object.values(keys ?? {})) checkChoice('a role of keys', role, roles);
  checkPeople('people', people);
  checkPeople('knocking', knocking);
}

/** Looks at all of a seed before anything of it is planted. Throws `SANDBOX_SEED_INVALID`. */
export function readSeed(seed: Seed): void {
  if (!isObject(seed)) throw invalidSeed('it is not an object');
  checkTime('now', seed['now']);
  const meetings = seed['meetings'];
  if (meetings === undefined) return;
  if (!Array.isArray(meetings)) throw invalidSeed('meetings is not an array');
  meetings.forEach(checkMeeting);
}
