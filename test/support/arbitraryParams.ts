import fc from 'fast-check';
import { params } from 'react-whereby-embed';
import type { NormalRoomParams, ParamName, RoomParams } from 'react-whereby-embed';
import { paramNames } from '../../src/params/paramNames.js';

/** Texts with rules of their own; all other values follow from the kind of the parameter. */
const special: Partial<Record<ParamName, fc.Arbitrary<unknown>>> = {
  displayName: fc.string({ unit: 'binary', maxLength: 50 }).map((text) => text.replace(/[$!<>:;]/g, '-').slice(0, 100)),
  externalId: fc.stringMatching(/^[A-Za-z0-9_-]{0,36}$/),
  avatarUrl: fc.webUrl({ validSchemes: ['https'], withQueryParameters: false }),
};

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    'a&chat=off',
    '?roomKey=x',
    '#',
    '=',
    '%',
    '%zz',
    '+',
    ',',
    '\n\t',
    '👩‍⚕️',
    '\ud800',
    'roomKey=1&minimal',
  ),
);

function valuesOf(name: ParamName): fc.Arbitrary<unknown> {
  const kind = params[name];
  if (special[name]) return special[name];
  if (kind.kind === 'toggle') return fc.constantFrom(true, false, 'on', 'off');
  if (kind.kind === 'flag') return fc.boolean();
  if (kind.kind === 'choice') return fc.constantFrom(...(kind.values ?? []));
  if (kind.kind === 'list')
    return fc.array(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }).map((text) => text.replace(/,/g, '_')),
      { maxLength: 20 },
    );
  if (kind.kind === 'url') return fc.webUrl({ withQueryParameters: true, withFragments: true });
  return hostile;
}

/** Any valid set of parameters. */
export const anyParams: fc.Arbitrary<RoomParams> = fc.record(
  Object.fromEntries(paramNames.map((name) => [name, valuesOf(name)])),
  { requiredKeys: [] },
) as fc.Arbitrary<RoomParams>;

const wellFormed = (text: string) => text.replace(/\p{Cs}/gu, '\ufffd');

/** What `parseRoomUrl` must return for parameters that were added to a URL without any. */
export function normalize(given: RoomParams): NormalRoomParams {
  const normal: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given)) {
    const { kind } = params[name as ParamName];
    if (value === undefined || (kind === 'flag' && !value)) continue;
    if (kind === 'toggle') normal[name] = value === true || value === 'on';
    else if (Array.isArray(value)) {
      if (value.length) normal[name] = value.map(wellFormed);
    } else if (typeof value === 'string') {
      if (value) normal[name] = wellFormed(value);
    } else normal[name] = value;
  }
  return normal as NormalRoomParams;
}

const unknownKey = fc.stringMatching(/^utm_[a-z]{1,8}$/);
const token = fc.stringMatching(/^[A-Za-z0-9._~%'*-]{1,40}$/);

/** Any room URL, with or without a key and another query, and the pairs of it that must be kept. */
export const anyRoom = fc
  .record({
    host: fc.constantFrom('acme.whereby.com', 'x-1.whereby.com', 'localhost:3000'),
    room: fc.stringMatching(/^[a-z0-9-]{1,20}$/),
    // A key ends in a letter or digit; what follows it is taken for punctuation.
    roomKey: fc.option(fc.stringMatching(/^[A-Za-z0-9._~%'*-]{0,40}[A-Za-z0-9_-]$/), { nil: undefined }),
    others: fc.uniqueArray(fc.tuple(unknownKey, token), { selector: ([key]) => key, maxLength: 4 }),
    keyFirst: fc.boolean(),
  })
  .map(({ host, room, roomKey, others, keyFirst }) => {
    const rest = others.map(([key, value]) => `${key}=${value}`);
    const key = roomKey === undefined ? [] : [`roomKey=${roomKey}`];
    const pairs = keyFirst ? [...key, ...rest] : [...rest, ...key];
    return { url: `https://${host}/${room}${pairs.length ? `?${pairs.join('&')}` : ''}`, pairs, roomKey };
  });
