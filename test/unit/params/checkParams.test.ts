import { checkParams, params } from 'react-whereby-embed';
import type { RoomParams } from 'react-whereby-embed';
import { describe, expect, test } from 'vitest';
import { rules } from '../../../src/params/rules.generated.js';

const found = (given: RoomParams, room?: string) =>
  checkParams(given, { room }).map(({ code, param, severity }) => `${severity} ${code} ${param}`);

describe('checkParams', () => {
  test('finds nothing wrong with parameters that work together', () => {
    expect(found({ minimal: true, chat: true, floatSelf: true, autoHideSelfView: true, breakout: true })).toEqual([]);
  });

  test('returns wrong values as errors', () => {
    expect(found({ chat: 'banana' as never })).toEqual(['error INVALID_VALUE chat']);
  });

  test.each<[RoomParams, string]>([
    [{ autoHideSelfView: true }, 'REQUIRES autoHideSelfView'],
    [{ precallCeremony: true, precallReview: false }, 'CONFLICTS precallCeremony'],
    [{ precallCeremonyCanSkip: true, precallReview: 'off' }, 'CONFLICTS precallCeremonyCanSkip'],
    [{ audioDenoiser: true, aec: false }, 'CONFLICTS audioDenoiser'],
    [{ callQualityMonitoring: true, topToolbar: false }, 'CONFLICTS callQualityMonitoring'],
    [{ autoSpotlight: true }, 'HOST_ONLY autoSpotlight'],
    [{ minimal: true, people: false }, 'HIDDEN_BY_MINIMAL people'],
    [{ minimal: true, breakout: false }, 'HIDDEN_BY_MINIMAL breakout'],
    [{ minimal: true, callQualityMonitoring: false }, 'HIDDEN_BY_MINIMAL callQualityMonitoring'],
  ])('warns that %j has no effect', (given, expected) => {
    expect(found(given)).toEqual([`warning ${expected}`]);
  });

  test('takes the parameters and the key of the room URL into account', () => {
    const host = 'https://acme.whereby.com/demo?roomKey=k&floatSelf';
    expect(found({ autoSpotlight: true, autoHideSelfView: true }, host)).toEqual([]);
  });

  test('does not warn about parameters that are off or not set', () => {
    expect(
      found({ autoSpotlight: false, autoHideSelfView: false, precallCeremony: false, precallReview: false }),
    ).toEqual([]);
  });

  test('has rules only for parameters that exist', () => {
    for (const [name, { requires = [], conflicts = {}, hiddenBy = [] }] of Object.entries(rules))
      for (const one of [name, ...requires, ...hiddenBy, ...Object.keys(conflicts)]) expect(params).toHaveProperty(one);
  });
});
