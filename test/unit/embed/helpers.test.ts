import fc from 'fast-check';
import {
  WherebyError,
  checkParams,
  cspSnippet,
  displayNameFrom,
  explainProblem,
  meetingSize,
  redirectAfterExit,
} from 'react-whereby-embed';
import type { WherebyErrorCode } from 'react-whereby-embed';
import { describe, expect, test, vi } from 'vitest';

const room = 'https://acme.whereby.com/demo?roomKey=secret';

describe('displayNameFrom', () => {
  test.each([
    [{ displayName: 'Ada Lovelace', email: 'x@y.example' }, 'Ada Lovelace'],
    [{ displayName: ' ', name: null, firstName: 'Ada', lastName: 'Lovelace' }, 'Ada Lovelace'],
    [{ given_name: 'Ada' }, 'Ada'],
    [{ email: 'ada.lovelace@example.com' }, 'ada.lovelace'],
    [{ email: 'ada', username: 'ada1' }, 'ada1'],
    ['Ada: <b>the</b> $1st!', 'Ada bthe/b 1st'],
    ['Ada\n\tLovelace\u202e', 'Ada Lovelace'],
    ['می‌خواهم', 'می‌خواهم'],
    ['👩‍👩‍👧', '👩‍👩‍👧'],
    ['x'.repeat(99) + '👩', 'x'.repeat(99)],
    [{}, ''],
    [null, ''],
    [undefined, ''],
    [{ name: 5 as never }, ''],
  ])('%j is called %j', (user, name) => {
    expect(displayNameFrom(user)).toBe(name);
  });

  test('never makes a name that the room refuses', () => {
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string(), fc.constant(null));
    fc.assert(
      fc.property(fc.record({ displayName: text, firstName: text, lastName: text, email: text }), (user) => {
        const name = displayNameFrom(user);
        expect(checkParams({ displayName: name })).toEqual([]);
        expect(name).toBe(name.trim());
        expect(displayNameFrom(name)).toBe(name);
      }),
    );
  });
});

describe('cspSnippet', () => {
  test('names the origin of the room in both headers, and no key', () => {
    const [csp, policy] = cspSnippet(room).split('\n');
    expect(csp).toBe('Content-Security-Policy: frame-src https://acme.whereby.com');
    expect(policy).toMatch(/^Permissions-Policy: camera=\(self "https:\/\/acme.whereby.com"\), microphone=/);
    expect(cspSnippet(room)).not.toContain('secret');
  });

  test('follows what the frame is allowed', () => {
    expect(cspSnippet(room, { add: ['clipboard-write'], remove: ['camera'] })).toContain('clipboard-write=(self');
    expect(cspSnippet(room, { remove: ['camera'] })).not.toContain('camera=');
    expect(() => cspSnippet('demo')).toThrow(expect.objectContaining({ code: 'ROOM_INVALID' }));
  });
});

describe('explainProblem', () => {
  const explain = (code: WherebyErrorCode, address: string | undefined = room) =>
    explainProblem(new WherebyError(code, 'x'), { room: address });

  test.each([
    ['FRAME_BLOCKED', 'Content-Security-Policy: frame-src https://acme.whereby.com'],
    ['PERMISSIONS_POLICY', 'Permissions-Policy: camera='],
    ['READY_TIMEOUT', 'frame-src https://acme.whereby.com'],
  ] as const)('%s comes with the very line to add, without the key of the room', (code, line) => {
    const text = JSON.stringify(explain(code));
    expect(text).toContain(line);
    expect(text).not.toContain('secret');
  });

  test('a room that is silent may have expired, or not know the page', () => {
    const causes = explain('READY_TIMEOUT').causes.map(({ what }) => what);
    expect(causes.join()).toMatch(/allowed domains.*expired/);
  });

  test('no address is no reason to fail', () => {
    expect(explain('FRAME_BLOCKED', 'demo').causes[0]?.line).toBeUndefined();
    expect(explain('ROOM_INVALID', undefined)).toMatchObject({ code: 'ROOM_INVALID', causes: [] });
  });
});

test('redirectAfterExit goes where it was told for each reason, and nowhere for the others', () => {
  const go = vi.fn();
  const byReason = redirectAfterExit({ left: '/thanks', removed: '/' }, go);
  for (const reason of ['left', 'removed', 'ended'] as const) byReason({ reason });
  redirectAfterExit('/bye', go)({ reason: 'ended' });
  expect(go.mock.calls).toEqual([['/thanks'], ['/'], ['/bye']]);
});

test('meetingSize is never taller than the screen', () => {
  expect(meetingSize('screen').height).toBe('100dvh');
  expect(meetingSize(2)).toMatchObject({ width: 'min(100%, 200dvh)', aspectRatio: '2' });
  expect(meetingSize('parent').height).toBe('100%');
});
