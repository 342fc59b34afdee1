import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { WherebyError } from 'react-whereby-embed';
import { createReadiness } from '../../../src/bridge/readiness.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const startWaiting = (mayHaveMissedReady: boolean, timeout = 30_000) => {
  const onAssume = vi.fn();
  const onTimeout = vi.fn();
  const readiness = createReadiness(onAssume, onTimeout);
  readiness.start();
  readiness.wait(timeout, mayHaveMissedReady);
  return { readiness, onAssume, onTimeout };
};
const error = new WherebyError('FRAME_BLOCKED', 'blocked');

describe('the readiness of a frame', () => {
  test('is loading until the room responds', () => {
    const { readiness } = startWaiting(false);
    expect(readiness.status).toBe('loading');
    readiness.respond();
    expect(readiness.status).toBe('ready');
  });

  test('is assumed for a frame that may have been ready before we listened, after three seconds', () => {
    const { readiness, onAssume } = startWaiting(true);
    vi.advanceTimersByTime(2999);
    expect(readiness.status).toBe('loading');
    vi.advanceTimersByTime(1);
    expect(readiness.status).toBe('ready');
    expect(onAssume).toHaveBeenCalledOnce();
  });

  test('is never assumed for a frame that we made', () => {
    const { readiness, onAssume } = startWaiting(false);
    vi.advanceTimersByTime(29_999);
    expect([readiness.status, onAssume.mock.calls.length]).toEqual(['loading', 0]);
  });

  test.each([5000, 2 ** 31, 2 ** 33])('times out after %d ms of silence', (timeout) => {
    const { onTimeout } = startWaiting(false, timeout);
    vi.advanceTimersByTime(timeout - 1);
    expect(onTimeout).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(onTimeout).toHaveBeenCalledOnce();
  });

  test('stays failed until the room responds after all', () => {
    const { readiness } = startWaiting(false);
    readiness.fail(error);
    expect(readiness.status).toBe(error);
    readiness.respond();
    expect(readiness.status).toBe('ready');
  });

  test('waits for nothing once the room has responded or failed', () => {
    const { readiness } = startWaiting(false);
    readiness.fail(error);
    readiness.wait(1000, false);
    expect(vi.getTimerCount()).toBe(0);
    readiness.respond();
    readiness.wait(1000, true);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('is loading again for another address', () => {
    const { readiness } = startWaiting(false);
    readiness.fail(error);
    readiness.start();
    expect(readiness.status).toBe('loading');
  });

  test.each(['respond', 'stopTimer', 'fail', 'start'] as const)('leaves no timer after %s', (transition) => {
    const { readiness } = startWaiting(true);
    if (transition === 'fail') readiness.fail(error);
    else readiness[transition]();
    expect(vi.getTimerCount()).toBe(0);
  });
});
