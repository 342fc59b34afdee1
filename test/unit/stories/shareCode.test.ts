import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { params } from 'react-whereby-embed';
import { explainAddress } from '../../../src/params/explainAddress.js';
import { decodeShare } from '../../../stories/playground/shareCode.js';
import { readShare, shareNames, writeShare } from '../../../stories/playground/shareQuery.js';
import { roles } from '../../../stories/sandboxRoom.js';
import {
  backdrops,
  connections,
  directions,
  initialState,
  namings,
  scenes,
  surroundings,
  themes,
  viewports,
  zooms,
} from '../../../stories/playground/state.js';
import type { PlaygroundState } from '../../../stories/playground/state.js';
import { storybookNames } from '../../../stories/playground/storybookQuery.js';
import { addressesAround } from '../../../scripts/fuzz/addressesAround.js';
import { anyParams } from '../../support/arbitraryParams.js';

const namesOf = <Name extends string>(record: Record<Name, unknown>) =>
  fc.constantFrom(...(Object.keys(record) as Name[]));

const anyState: fc.Arbitrary<PlaygroundState> = fc
  .record({
    params: anyParams,
    from: fc.constantFrom('', 'Kiosk', 'Lehrer & Schüler'),
    room: fc.constantFrom(
      '',
      'https://acme.whereby.com/demo?minimal',
      'https://acme.whereby.com/demo?chat=off&groups=a,b',
    ),
    viewport: namesOf(viewports),
    isTurned: fc.boolean(),
    zoom: namesOf(zooms),
    // Only an own backdrop has a colour of its own.
    behind: fc.oneof(
      namesOf(backdrops).map((backdrop) => ({ backdrop })),
      fc.nat(0xffffff).map((value) => ({
        backdrop: 'own' as const,
        colour: `#${value.toString(16).padStart(6, '0')}`,
      })),
    ),
    around: namesOf(surroundings),
    theme: namesOf(themes),
    direction: namesOf(directions),
    role: namesOf(roles),
    scene: namesOf(scenes),
    happening: fc.record({
      people: fc.nat(50),
      names: namesOf(namings),
      connection: namesOf(connections),
      knocking: fc.boolean(),
      recording: fc.boolean(),
      streaming: fc.boolean(),
      sharing: fc.boolean(),
      hand: fc.boolean(),
      locked: fc.boolean(),
      full: fc.boolean(),
      muted: fc.boolean(),
    }),
  })
  .map(({ behind, ...state }) => ({ ...initialState, ...state, ...behind }));

/** What the room is told, whatever type it was given in: `true` is the same as `on`. */
const toText = (state: PlaygroundState) => writeShare(state);

describe('a share link', () => {
  test('brings back the combination it was made from', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const { state: read, problems } = readShare(toText(state));
        const { params: _given, ...rest } = state;
        const { params: _read, ...readRest } = read;
        expect(problems.filter((one) => !/takes another value/.test(one))).toEqual([]);
        expect(readRest).toEqual(rest);
        expect(toText(read).split('&').sort()).toEqual(
          toText(state)
            .split('&')
            // An empty text and an empty list say nothing in a URL.
            .filter((pair) => toText(read).split('&').includes(pair))
            .sort(),
        );
      }),
    );
  });

  test('can be read, and says only what is not as at first', () => {
    expect(writeShare(initialState)).toBe('');
    expect(
      writeShare({ ...initialState, params: { chat: false, minimal: true }, role: 'host', viewport: 'phone' }),
    ).toBe('minimal&chat=off&as=host&size=phone');
    expect(writeShare({ ...initialState, backdrop: 'own', colour: '#0a7bd5', around: 'page' })).toBe(
      'behind=0a7bd5&around=page',
    );
  });

  test('takes a colour only as six digits', () => {
    expect(readShare('behind=0A7BD5').state).toEqual({ ...initialState, backdrop: 'own', colour: '#0a7bd5' });
    for (const wrong of ['%230a7bd5', 'red', '0a7', 'url(x)'])
      expect(readShare(`behind=${wrong}`)).toEqual({
        state: initialState,
        problems: ['“behind” of the link takes another value; it is as at first.'],
      });
  });

  test('has no name that a parameter or Storybook has', () => {
    for (const name of shareNames) {
      expect(Object.keys(params)).not.toContain(name);
      expect(storybookNames).not.toContain(name);
    }
    for (const name of Object.keys(params)) expect(storybookNames).not.toContain(name);
  });

  test('keeps a wrong value, so that it is shown what is wrong with it', () => {
    const wrong = { displayName: 'a<b', groups: ['two words'] };
    expect(readShare(writeShare({ ...initialState, params: wrong })).state.params).toEqual(wrong);
  });

  test("never holds a room's key, and takes none", () => {
    const room = 'https://acme.whereby.com/demo?roomKey=s3cret&minimal&room%4bey=s3cret';
    expect(writeShare({ ...initialState, room })).toBe('room=https://acme.whereby.com/demo%3Fminimal');
    const { state, problems } = readShare('roomKey=s3cret&chat=off');
    expect(state).toEqual({ ...initialState, params: { chat: false } });
    expect(problems).toEqual(['The link carried a roomKey, which was left out: a key is no part of a link.']);
  });

  test.each(['https://acme.whereby.com/code-review?displayName=Decoder', 'https://acme.whereby.com/session-1'])(
    'keeps %s, which holds no key',
    (room) => {
      expect(readShare(writeShare({ ...initialState, room })).state.room).toBe(room);
    },
  );

  test('never holds the key of an address, however that is written', () => {
    const secret = 'xyzzy42XYZZY';
    fc.assert(
      fc.property(addressesAround(secret), (room) => {
        expect(writeShare({ ...initialState, room }).toLowerCase()).not.toContain(secret.toLowerCase());
        expect(JSON.stringify(explainAddress(room)).toLowerCase()).not.toContain(secret.toLowerCase());
      }),
      { numRuns: 1000 },
    );
  });

  test('names what it does not know, and frames no other host', () => {
    const { state, problems } = readShare('chat=off&later=1&size=huge&room=https://evil.example/a&happens=magic');
    expect(state).toEqual({ ...initialState, params: { chat: false } });
    expect(problems).toHaveLength(4);
  });

  test('that was made up never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webQueryParameters(), fc.string({ unit: 'binary' })), (query) => {
        const { state } = readShare(query);
        expect(Object.keys(state).sort()).toEqual(Object.keys(initialState).sort());
      }),
    );
  });
});

describe('a share link of before', () => {
  const made = (value: unknown) => `A${btoa(JSON.stringify(value))}`;

  test('brings back what it says', () => {
    const room = 'https://acme.whereby.com/demo?minimal';
    expect(
      decodeShare(made({ p: { chat: false }, r: room, v: 'phone', b: 'dusk', t: 'dark', a: 'host', s: 'lobby' })),
    ).toEqual({
      ...initialState,
      params: { chat: false },
      room,
      viewport: 'phone',
      backdrop: 'dusk',
      theme: 'dark',
      role: 'host',
      scene: 'lobby',
    });
  });

  test('that was cut off, mistyped or made up never throws and brings nothing that is no parameter', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((text) => `A${text}`),
          fc.json().map((json) => `A${btoa(encodeURIComponent(json))}`),
        ),
        (code) => {
          const state = decodeShare(code);
          expect(Object.keys(state ?? initialState).sort()).toEqual(Object.keys(initialState).sort());
        },
      ),
    );
    expect(
      decodeShare(made({ p: { chat: 'banana', nope: true, minimal: 'on', lang: 3, groups: [1] }, v: 'x', b: 1 })),
    ).toEqual(initialState);
    expect(decodeShare(made({ p: { toString: true, __proto__: { chat: true } }, v: 'constructor' }))).toEqual(
      initialState,
    );
    expect(decodeShare(made({ r: 'https://evil.example/a' }))).toEqual(initialState);
    expect(decodeShare(made(null))).toBeUndefined();
    expect(decodeShare('')).toBeUndefined();
  });
});
