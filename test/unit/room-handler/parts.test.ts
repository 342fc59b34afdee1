import { describe, expect, test } from 'vitest';
import { WherebyError } from 'react-whereby-embed/server';
import type { WherebyErrorCode } from 'react-whereby-embed/server';
import { buildMark } from '../../../src/server/room-handler/buildMark.js';
import { buildMeetingKey } from '../../../src/server/room-handler/buildMeetingKey.js';
import { buildScopedKey } from '../../../src/server/room-handler/buildScopedKey.js';
import { isMinutes } from '../../../src/server/room-handler/isMinutes.js';
import { markInput } from '../../../src/server/room-handler/markInput.js';
import { memoryMeetingKeys } from '../../../src/server/room-handler/memoryMeetingKeys.js';
import { readRoute } from '../../../src/server/room-handler/readRoute.js';
import { toRefusal } from '../../../src/server/room-handler/toRefusal.js';

describe('a route', () => {
  const read = (path: string, method = 'GET') => {
    try {
      return readRoute(new Request(`https://app.test${path}`, { method }));
    } catch (error) {
      return (error as WherebyError).code;
    }
  };

  test.each([
    ['/meetings/abc', { type: 'enter', meetingId: 'abc' }],
    ['/meetings/abc/', { type: 'enter', meetingId: 'abc' }],
    ['/any/mount/meetings/abc?meetingId=other', { type: 'enter', meetingId: 'abc' }],
    ['/meetings/a%20b', 'MEETING_NOT_FOUND'],
    ['/meetings/%C3%B8', { type: 'enter', meetingId: 'ø' }],
    ['/meetings/meetings', { type: 'enter', meetingId: 'meetings' }],
    [`/meetings/${'a'.repeat(200)}`, { type: 'enter', meetingId: 'a'.repeat(200) }],
    [`/meetings/${'a'.repeat(201)}`, 'MEETING_NOT_FOUND'],
    ['/meetings/a%2Fb', 'MEETING_NOT_FOUND'],
    ['/meetings/a%5Cb', 'MEETING_NOT_FOUND'],
    ['/meetings/a%0Ab', 'MEETING_NOT_FOUND'],
    ['/meetings/a%00b', 'MEETING_NOT_FOUND'],
    ['/meetings/%2e%2e%2e', 'MEETING_NOT_FOUND'],
    ['/meetings/..a', { type: 'enter', meetingId: '..a' }],
    ['/meetings/a..', { type: 'enter', meetingId: 'a..' }],
    ['/meetings/%zz', 'MEETING_NOT_FOUND'],
    ['/xmeetings/abc', 'ROUTE_NOT_FOUND'],
    ['/meetings/abc/more', 'ROUTE_NOT_FOUND'],
    ['/meetings', 'METHOD_NOT_ALLOWED'],
  ])('of GET %s', (path, route) => {
    expect(read(path)).toEqual(route);
  });

  test('of POST is the list, and of DELETE one meeting', () => {
    expect(read('/meetings', 'POST')).toEqual({ type: 'create' });
    expect(read('/mount/meetings/', 'POST')).toEqual({ type: 'create' });
    expect(read('/meetings/meetings', 'POST')).toEqual({ type: 'create' });
    expect(read('/meetings/abc', 'DELETE')).toEqual({ type: 'delete', meetingId: 'abc' });
  });

  test('that takes other methods names them', () => {
    const refuse = (path: string, method: string) => {
      try {
        return readRoute(new Request(`https://app.test${path}`, { method }));
      } catch (error) {
        return (error as Error).message;
      }
    };
    expect(refuse('/meetings', 'GET')).toContain('takes only POST on this path');
    expect(refuse('/meetings/1', 'PUT')).toContain('takes only GET, DELETE on this path');
  });
});

describe('the mark of a creation', () => {
  test('is 12 random small letters and digits', () => {
    const marks = Array.from({ length: 50 }, buildMark);
    for (const mark of marks) expect(mark).toMatch(/^[a-z\d]{12}$/);
    expect(new Set(marks).size).toBe(50);
    // Every kind of character turns up among 600.
    expect(marks.join('')).toMatch(/[a-m]/);
    expect(marks.join('')).toMatch(/[n-z]/);
    expect(marks.join('')).toMatch(/\d/);
  });

  const input = { endDate: '2030-01-01', fields: [] };

  test.each([
    [undefined, 'mark-'],
    ['lesson-', 'lesson-mark-'],
    ['x'.repeat(34), `${'x'.repeat(34)}mark-`],
  ])('stands behind the prefix %s', (roomNamePrefix, expected) => {
    expect(markInput({ ...input, ...(roomNamePrefix && { roomNamePrefix }) }, 'mark')).toEqual({
      ...input,
      roomNamePrefix: expected,
    });
  });

  test('has no space behind a longer prefix, and none in short names', () => {
    expect(markInput({ ...input, roomNamePrefix: 'x'.repeat(35) }, 'mark')).toBeUndefined();
    expect(markInput({ ...input, roomNamePattern: 'human-short' }, 'mark')).toBeUndefined();
    expect(markInput({ ...input, roomNamePattern: 'uuid' }, 'mark')).toBeDefined();
  });
});

test.each([
  [0, false],
  [0.1, true],
  [52_560_000, true],
  [52_560_001, false],
  [-1, false],
  [NaN, false],
  [Infinity, false],
  ['60', false],
])('%j minutes can be a meeting: %s', (minutes, expected) => {
  expect(isMinutes(minutes)).toBe(expected);
});

describe('keys in memory', () => {
  const until = (milliseconds: number) => new Date(milliseconds);

  test('keep the first meeting of a key until its time', async () => {
    let time = 0;
    const keys = memoryMeetingKeys({ now: () => time });
    expect(await keys.keep('a', 'm1', until(1000))).toBe('m1');
    expect(await keys.keep('a', 'm2', until(2000))).toBe('m1');
    time = 999;
    expect(await keys.find('a')).toBe('m1');
    time = 1000;
    expect(await keys.find('a')).toBeUndefined();
    expect(await keys.keep('a', 'm3', until(3000))).toBe('m3');
    expect(await keys.find('a')).toBe('m3');
  });

  test('forget a key of that meeting only', async () => {
    const keys = memoryMeetingKeys({ now: () => 0 });
    await keys.keep('a', 'm1', until(1000));
    await keys.forget('a', 'm2');
    expect(await keys.find('a')).toBe('m1');
    await keys.forget('a', 'm1');
    expect(await keys.find('a')).toBeUndefined();
    await keys.forget('b', 'm1');
  });

  test('drop the oldest above their limit', async () => {
    const keys = memoryMeetingKeys({ limit: 2, now: () => 0 });
    for (const key of ['a', 'b', 'c']) await keys.keep(key, key, until(1000));
    expect([await keys.find('a'), await keys.find('b'), await keys.find('c')]).toEqual([undefined, 'b', 'c']);
  });
});

test('keys of tenants, of none and of meetings are never the same', () => {
  const key = 'lesson';
  const all = [
    buildScopedKey(undefined, key),
    buildScopedKey('red', key),
    buildScopedKey('blue', key),
    buildMeetingKey('red', key),
    buildScopedKey(undefined, buildScopedKey('red', key)),
    buildScopedKey(undefined, buildMeetingKey('red', key)),
    buildScopedKey('["red"', key),
  ];
  expect(new Set(all).size).toBe(all.length);
  // Apps have them in their databases: they stay as they are.
  expect(all.slice(0, 4)).toEqual([
    'lesson',
    '["red","key","lesson"]',
    '["blue","key","lesson"]',
    '["red","meeting","lesson"]',
  ]);
});

describe('a failed call of the API', () => {
  const refuse = (code: WherebyErrorCode, creating: boolean, more: object = {}) => {
    const refusal = toRefusal(Object.assign(new WherebyError(code, 'x'), more), creating);
    return refusal && [refusal.code, refusal.toResponse().headers.get('retry-after')];
  };

  test.each<[WherebyErrorCode, string, string | null]>([
    ['API_RATE_LIMITED', 'SERVICE_BUSY', '15'],
    ['API_UNAVAILABLE', 'SERVICE_UNAVAILABLE', '5'],
    ['API_UNREADABLE', 'SERVICE_UNAVAILABLE', '5'],
    ['API_UNREACHABLE', 'SERVICE_UNAVAILABLE', '5'],
    ['API_TIMEOUT', 'SERVICE_UNAVAILABLE', '5'],
    ['API_UNAUTHORIZED', 'SERVICE_REFUSED', null],
    ['API_FORBIDDEN', 'SERVICE_REFUSED', null],
    ['API_ADDRESS_WRONG', 'SERVICE_REFUSED', null],
    ['API_CERTIFICATE_REFUSED', 'SERVICE_REFUSED', null],
    ['API_KEY_MISSING', 'SERVICE_REFUSED', null],
    ['API_KEY_INVALID', 'SERVICE_REFUSED', null],
  ])('with %s is %s to the browser', (code, refusal, wait) => {
    for (const creating of [true, false]) expect(refuse(code, creating)).toEqual([refusal, wait]);
  });

  test.each<[WherebyErrorCode, object]>([
    ['REQUEST_INVALID', {}],
    ['API_NOT_FOUND', {}],
    ['API_REFUSED', { status: 400 }],
    ['API_REFUSED', { status: 422 }],
  ])('with %s and %j means that there is no such meeting, unless one was to be created', (code, more) => {
    expect(refuse(code, false, more)).toEqual(['MEETING_NOT_FOUND', null]);
    expect(refuse(code, true, more)).toEqual(['SERVICE_REFUSED', null]);
  });

  test('that was refused for another reason is the fault of the server', () => {
    expect(refuse('API_REFUSED', false, { status: 409 })).toEqual(['SERVICE_REFUSED', null]);
    expect(refuse('API_REFUSED', false)).toEqual(['SERVICE_REFUSED', null]);
  });

  test.each([
    [0, '1'],
    [1, '1'],
    [1000, '1'],
    [1001, '2'],
    [60_000, '60'],
    ['60000', '15'],
  ])('that says to wait %j ms passes that on in seconds: %s', (retryAfter, wait) => {
    expect(refuse('API_RATE_LIMITED', false, { retryAfter })).toEqual(['SERVICE_BUSY', wait]);
  });

  test('is none if the error is of something else', () => {
    expect(refuse('PERSON_INVALID', false)).toBeUndefined();
    expect(toRefusal(new Error('x'), false)).toBeUndefined();
    expect(toRefusal(null, false)).toBeUndefined();
  });
});
