import { onTestFinished } from 'vitest';
import { startSandbox } from '../../../../src/sandbox/index.js';
import type { Sandbox, SandboxOptions } from '../../../../src/sandbox/index.js';

export const MINUTE = 60_000;
export const START = Date.parse('2026-01-01T10:00:00.000Z');

/** A sandbox whose clock is frozen at `START`, closed when the test is over. */
export async function createTestSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await startSandbox(options);
  onTestFinished(() => sandbox.close());
  sandbox.clock.freeze(START);
  return sandbox;
}
