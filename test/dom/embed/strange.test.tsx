import { render } from '@testing-library/react';
import { WherebyEmbed } from 'react-whereby-embed';
import { beforeEach, expect, test, vi } from 'vitest';

const room = 'https://acme.whereby.com/demo';
const bare = `${room}?jsApi=true&we=1&iframeSource=acme`;

const circular: Record<string, unknown> = {};
circular['self'] = circular;
const unsayable = {
  toJSON() {
    throw new Error('no');
  },
};

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});

/** Renders twice, with everything made anew, as a parent does. */
function embed(strange: () => object) {
  const onError = vi.fn<(error: Error) => void>();
  const props = () => ({ room, onError, ...strange() }) as unknown as { room: string };
  const { container, rerender } = render(<WherebyEmbed {...props()} />);
  rerender(<WherebyEmbed {...props()} />);
  return { src: container.querySelector('iframe')?.getAttribute('src'), onError };
}

test.each<[string, () => object]>([
  ['groups that JSON cannot say', () => ({ groups: [1n, circular] })],
  ['groups that throw', () => ({ groups: unsayable })],
  ['groups with holes', () => ({ groups: Array(2) })],
  ['groups as an object', () => ({ groups: { first: 'red' } })],
  ['extra parameters in a circle', () => ({ extraParams: circular })],
  ['an extra parameter that is no text', () => ({ extraParams: { next: 1n } })],
  ['a symbol as a toggle', () => ({ chat: Symbol('on') })],
  ['a number that is no toggle', () => ({ chat: 2 })],
  ['an object as a text', () => ({ displayName: Object.create(null) as unknown })],
])('%s are left out and reported once', (_what, strange) => {
  const { src, onError } = embed(strange);
  expect(src).toBe(bare);
  expect(onError.mock.calls.map(([error]) => error)).toMatchObject([{ code: 'PARAMS_INVALID' }]);
});

test.each<[string, () => object]>([
  ['allow', () => ({ allow: null })],
  ['a list in allow', () => ({ allow: { add: null, remove: null } })],
  ['allowedHosts', () => ({ allowedHosts: null })],
  ['extraParams', () => ({ extraParams: null })],
  ['style', () => ({ style: null })],
  ['every parameter', () => ({ displayName: null, chat: null, minimal: null, groups: null, lang: null })],
])('null for %s sets nothing', (_what, strange) => {
  const { src, onError } = embed(strange);
  expect(src).toBe(bare);
  expect(onError).not.toHaveBeenCalled();
});

test.each([{}, [], 5, Symbol('room'), { status: 'ready' }, () => room])('%o as a room makes no frame', (value) => {
  const { src, onError } = embed(() => ({ room: value }));
  expect(src).toBeUndefined();
  expect(onError.mock.calls.map(([error]) => error.name)).toEqual(['WherebyError']);
});
