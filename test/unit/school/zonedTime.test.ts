import { describe, expect, it } from 'vitest';
import { fromZonedTime, toZonedTime } from '../../../examples/school/web/time/zonedTime.js';

describe('the time of a booking', () => {
  it.each([
    ['2026-11-28T16:30', 'Europe/Berlin', '2026-11-28T15:30:00.000Z'],
    ['2026-07-01T00:00', 'Europe/Berlin', '2026-06-30T22:00:00.000Z'],
    ['2026-11-28T16:30', 'Asia/Kolkata', '2026-11-28T11:00:00.000Z'],
    ['2026-12-31T23:59', 'Pacific/Auckland', '2026-12-31T10:59:00.000Z'],
    ['2026-01-01T00:00', 'UTC', '2026-01-01T00:00:00.000Z'],
  ])('%s in %s is one moment, and is shown again as it was entered', (local, timeZone, moment) => {
    expect(fromZonedTime(local, timeZone)).toBe(moment);
    expect(toZonedTime(moment, timeZone)).toBe(local);
  });

  it('is the first of two hours when summer time ends', () => {
    expect(fromZonedTime('2026-10-25T02:30', 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z');
  });

  it('comes after the change if it lies in the hour that is skipped', () => {
    const moment = fromZonedTime('2026-03-29T02:30', 'Europe/Berlin');
    expect(toZonedTime(moment, 'Europe/Berlin')).toBe('2026-03-29T03:30');
  });
});
