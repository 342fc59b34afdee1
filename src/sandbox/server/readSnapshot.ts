import * as v from 'valibot';
import { createServerError } from '../../errors/createServerError.js';
import type { WorldState } from '../core/index.js';
import type { SandboxSnapshot } from './Sandbox.js';
import { parseInput } from './validation/parseInput.js';
import { isObject } from '../../server/isObject.js';

/** Only the outline is checked: what is inside was written by the sandbox. */
const records = <Key extends keyof WorldState>() => v.custom<WorldState[Key]>(isObject, 'must be an object');

const snapshotSchema = v.object({
  world: v.object({
    meetings: records<'meetings'>(),
    count: v.number(),
    names: records<'names'>(),
    stays: records<'stays'>(),
    sessions: records<'sessions'>(),
    recordings: records<'recordings'>(),
    transcriptions: records<'transcriptions'>(),
    summaries: records<'summaries'>(),
    jobs: v.custom<WorldState['jobs']>(Array.isArray, 'must be an array'),
  }),
  clock: v.object({ now: v.pipe(v.number(), v.finite()), frozen: v.boolean() }),
  images: v.custom<SandboxSnapshot['images']>(isObject, 'must be an object'),
});

/** Reads a snapshot. Throws `SANDBOX_SEED_INVALID` if it does not have the shape of one. */
export const readSnapshot = (value: unknown): SandboxSnapshot =>
  parseInput(snapshotSchema, value, (problem) =>
    createServerError('SANDBOX_SEED_INVALID', { problem: `in a snapshot, ${problem}` }),
  );
