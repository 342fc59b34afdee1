import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressesAround } from '../../../scripts/fuzz/addressesAround.js';
import { decodeShare, encodeShare } from '../../../stories/playground/shareCode.js';
import { roles } from '../../../stories/sandboxRoom.js';
import { backdrops, initialState, scenes, themes, viewports } from '../../../stories/playground/state.js';
import type { PlaygroundState } from '../../../stories/playground/state.js';
import { anyParams } from '../../support/arbitraryParams.js';

const namesOf = <Name extends string>(record: Record<Name, unknown>) =>
  fc.constantFrom(...(Object.keys(record) as Name[]));

const arbitraryState: fc.Arbitrary<PlaygroundState> = fc.record({
  params: anyParams,
  room: fc.constantFrom('', 'https://acme.whereby.com/demo?minimal', 'not an address', 'https://ä.example/ö'),
  viewport: namesOf(viewports),
  backdrop: namesOf(backdrops),
  theme: namesOf(themes),
  role: namesOf(roles),
  scene: namesOf(scenes),
});

describe('a share link', () => {
  test('brings back exactly the combination it was made from', () => {
    fc.assert(
      fc.property(arbitraryState, (state) => {
        expect(decodeShare(encodeShare(state))).toEqual({ ...state, params: JSON.parse(JSON.stringify(state.params)) });
      }),
    );
  });

  test("consists of what Storybook's address takes as an argument", () => {
    fc.assert(fc.property(arbitraryState, (state) => /^[\w-]+$/.test(encodeShare(state))));
  });

  test('keeps a wrong value, so that it is shown what is wrong with it', () => {
    const params = { displayName: 'a<b', groups: ['two words'] };
    expect(decodeShare(encodeShare({ ...initialState, params }))?.params).toEqual(params);
  });

  test("never holds a room's key", () => {
    const room = 'https://acme.whereby.com/demo?roomKey=s3cret&minimal&room%4bey=s3cret?roomKey=s3cret#x';
    expect(decodeShare(encodeShare({ ...initialState, room }))?.room).toBe('https://acme.whereby.com/demo?minimal#x');
    const json = atob(
      encodeShare({ ...initialState, room })
        .slice(1)
        .replaceAll('-', '+')
        .replaceAll('_', '/'),
    );
    expect(json).not.toContain('s3cret');
  });

  test.each(['https://acme.whereby.com/code-review?displayName=Decoder', 'https://acme.whereby.com/session-1'])(
    'keeps %s, which holds no key',
    (room) => {
      expect(decodeShare(encodeShare({ ...initialState, room }))?.room).toBe(room);
    },
  );

  test('never holds the key of an address, however that is written', () => {
    const secret = 'xyzzy42XYZZY';
    fc.assert(
      fc.property(addressesAround(secret), (room) => {
        const state = decodeShare(encodeShare({ ...initialState, room }));
        expect(state?.room.toLowerCase()).not.toContain(secret.toLowerCase());
      }),
      { numRuns: 1000 },
    );
  });

  test('that was cut off, mistyped or made up never throws and brings nothing that is no parameter', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((text) => `A${text}`),
          fc.json().map((json) => `A${btoa(encodeURIComponent(json))}`),
          fc.tuple(arbitraryState, fc.nat(200)).map(([state, at]) => encodeShare(state).slice(0, at)),
        ),
        (code) => {
          const state = decodeShare(code);
          expect(Object.keys(state ?? initialState).sort()).toEqual(Object.keys(initialState).sort());
        },
      ),
    );
    const made = (value: unknown) => `A${btoa(JSON.stringify(value))}`;
    expect(
      decodeShare(made({ p: { chat: 'banana', nope: true, minimal: 'on', lang: 3, groups: [1] }, v: 'x', b: 1 })),
    ).toEqual(initialState);
    expect(decodeShare(made({ p: { toString: true, __proto__: { chat: true } }, v: 'constructor' }))).toEqual(
      initialState,
    );
    expect(decodeShare(made(null))).toBeUndefined();
    expect(decodeShare('')).toBeUndefined();
  });
});
