import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startAlarm } from '../../../src/time/startAlarm.js';
import { startAwakeTimer } from '../../../src/time/startAwakeTimer.js';

const hour = 3_600_000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** The clock goes on, and no timer does: a computer that sleeps, a frozen tab. */
const sleep = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds);

describe('an alarm', () => {
  test.each([
    ['visibilitychange', document],
    ['resume', document],
    ['pageshow', window],
    ['focus', window],
    ['online', window],
  ])('rings at once when the page wakes with %s, and only then and once', (type, target) => {
    const ring = vi.fn();
    startAlarm(ring, Date.now() + hour);
    target.dispatchEvent(new Event(type));
    sleep(hour);
    expect(ring).not.toHaveBeenCalled();
    target.dispatchEvent(new Event(type));
    expect(ring).toHaveBeenCalledOnce();
    target.dispatchEvent(new Event(type));
    vi.advanceTimersByTime(hour);
    expect(ring).toHaveBeenCalledOnce();
  });

  test('rings within half a minute when nothing tells that the page woke', () => {
    const ring = vi.fn();
    startAlarm(ring, Date.now() + hour);
    sleep(2 * hour);
    vi.advanceTimersByTime(30_000);
    expect(ring).toHaveBeenCalledOnce();
  });

  test('rings on time in a page that runs, however far away that is', () => {
    const ring = vi.fn();
    startAlarm(ring, Date.now() + 1000 * hour);
    vi.advanceTimersByTime(1000 * hour - 1);
    expect(ring).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(ring).toHaveBeenCalledOnce();
  });

  test.each([Date.now() + hour, Infinity])('leaves no timer and no listener when it is stopped (%s)', (moment) => {
    const added = vi.spyOn(window, 'addEventListener');
    const removed = vi.spyOn(window, 'removeEventListener');
    startAlarm(() => undefined, moment)();
    expect(vi.getTimerCount()).toBe(0);
    expect(removed.mock.calls).toEqual(added.mock.calls);
  });
});

describe('a timer of what the page waits for', () => {
  test('starts again after the page stood still', () => {
    const fire = vi.fn();
    startAwakeTimer(fire, 30_000);
    vi.advanceTimersByTime(10_000);
    sleep(hour);
    vi.advanceTimersByTime(20_000);
    expect(fire).not.toHaveBeenCalled();
    vi.advanceTimersByTime(30_000);
    expect(fire).toHaveBeenCalledOnce();
  });

  test('fires on time in a page that runs', () => {
    const fire = vi.fn();
    startAwakeTimer(fire, 30_000);
    vi.advanceTimersByTime(30_000);
    expect(fire).toHaveBeenCalledOnce();
  });

  test('can be stopped before and after that', () => {
    const fire = vi.fn();
    const stop = startAwakeTimer(fire, 30_000);
    sleep(hour);
    vi.advanceTimersByTime(30_000);
    stop();
    vi.advanceTimersByTime(hour);
    expect(fire).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });
});
