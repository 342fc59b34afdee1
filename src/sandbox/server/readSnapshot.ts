import { createServerError } from '../../errors/createServerError.js';
import { emptyState } from '../core/index.js';
import type { SandboxSnapshot } from './Sandbox.js';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What each part of a world must be, by what it is when empty. */
const fits = (value: unknown, empty: unknown): boolean =>
  Array.isArray(empty) ? Array.isArray(value) : isRecord(empty) ? isRecord(value) : typeof value === typeof empty;

/** The snapshot, if it has the shape of one. Throws `SANDBOX_SEED_INVALID` before anything is put back. */
export function readSnapshot(given: unknown): SandboxSnapshot {
  const { world, clock, images } = isRecord(given) ? given : {};
  const missing = Object.entries(emptyState())
    .filter(([name, empty]) => !fits(isRecord(world) ? world[name] : undefined, empty))
    .map(([name]) => `world.${name}`);
  if (!isRecord(clock) || !Number.isFinite(clock['now'])) missing.push('clock.now');
  if (!isRecord(clock) || typeof clock['frozen'] !== 'boolean') missing.push('clock.frozen');
  if (!isRecord(images)) missing.push('images');
  if (missing.length)
    throw createServerError('SANDBOX_SEED_INVALID', { problem: `a snapshot needs ${missing.join(', ')}` });
  return given as unknown as SandboxSnapshot;
}
