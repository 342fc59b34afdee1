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

  test.each<[object, string, string]>([
    [{ chat: 'banana' }, 'error', 'chat takes on or off'],
    [{ chat: 'true' }, 'warning', 'chat takes on or off: the value was converted'],
    [{ caht: true }, 'error', 'caht is unknown: use extraParams'],
    [{ embed: true }, 'error', 'embed is taken'],
    [{ 'a=b&c': true }, 'error', 'A parameter is unknown: use extraParams'],
    [{ [`a${'b'.repeat(31)}`]: true }, 'error', 'A parameter is unknown: use extraParams'],
    [{ [`a${'b'.repeat(30)}`]: true }, 'error', `a${'b'.repeat(30)} is unknown: use extraParams`],
    [{ '1a': true }, 'error', 'A parameter is unknown: use extraParams'],
    [{ autoHideSelfView: true }, 'warning', 'autoHideSelfView has no effect without floatSelf'],
    [{ audioDenoiser: true, aec: false }, 'warning', 'audioDenoiser has no effect while aec is off'],
    [{ minimal: true, people: false }, 'warning', 'people is hidden by minimal anyway: set it to on to bring it back'],
    [{ autoSpotlight: true }, 'warning', "autoSpotlight has an effect for hosts only: use the meeting's hostRoomUrl"],
  ])('says of %j what is wrong', (given, severity, message) => {
    expect(checkParams(given as RoomParams)).toMatchObject([{ severity, message }]);
  });

  test.each<[object, string]>([
    [{ chat: 'on' }, 'chat is taken'],
    [{ roomKey: 'k' }, 'roomKey is taken'],
    [{ newest: 5 }, 'newest takes text'],
    [{ '': 'x' }, 'A parameter takes text'],
  ])('says of the extra parameters %j what is wrong', (extraParams, message) => {
    expect(checkParams({}, { extraParams: extraParams as never })).toMatchObject([{ severity: 'error', message }]);
  });

  test('does not count null as given', () => {
    expect(checkParams({ chat: null as never }, { extraParams: { newest: null as never } })).toEqual([]);
    expect(checkParams({}, { extraParams: null as never })).toEqual([]);
  });

  test('reports what was repaired in the room URL, and takes any other for no room', () => {
    expect(found({}, 'http://acme.whereby.com/demo')).toEqual(['warning ROOM_REPAIRED ']);
    expect(found({ autoSpotlight: true }, 'no room')).toEqual(['warning HOST_ONLY autoSpotlight']);
  });

  test('warns of what is hidden only if something hides it', () => {
    expect(found({ people: false })).toEqual([]);
    expect(found({ minimal: false, people: false })).toEqual([]);
    expect(found({ minimal: true, people: true })).toEqual([]);
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
