import { buildRoomUrl } from 'react-whereby-embed';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { urlParts } from '../../../stories/playground/urlParts.js';
import { anyParams } from '../../support/arbitraryParams.js';

const room = 'https://acme.whereby.com/demo';

describe('the address by parameter', () => {
  test('is the address, cut up', () => {
    fc.assert(
      fc.property(anyParams, anyParams, (before, after) => {
        const url = buildRoomUrl(room, after);
        const parts = urlParts(url, buildRoomUrl(room, before)).filter(({ change }) => change !== 'removed');
        expect(parts.map(({ text }) => text).join('')).toBe(url);
      }),
    );
  });

  test('marks nothing when nothing has changed', () => {
    fc.assert(
      fc.property(anyParams, (params) => urlParts(buildRoomUrl(room, params)).every(({ change }) => change === 'same')),
    );
  });

  test('marks what is new, what has another value and what has gone', () => {
    expect(urlParts(`${room}?chat=on&people=off&minimal`, `${room}?chat=off&people=off&logo=off`)).toEqual([
      { key: '', text: room, change: 'same' },
      { key: 'chat', text: '?chat=on', change: 'changed' },
      { key: 'people', text: '&people=off', change: 'same' },
      { key: 'minimal', text: '&minimal', change: 'added' },
      { key: 'logo', text: 'logo=off', change: 'removed' },
    ]);
  });
});
