import { WherebyError, explainProblem } from 'react-whereby-embed';
import type { WherebyErrorCode } from 'react-whereby-embed';
import { describe, expect, test } from 'vitest';

const room = 'https://acme.whereby.com/demo?roomKey=secret';

describe('explainProblem', () => {
  const explain = (code: WherebyErrorCode, address: string | undefined = room) =>
    explainProblem(new WherebyError(code, 'x'), { room: address });

  test.each([
    ['FRAME_BLOCKED', 'Content-Security-Policy: frame-src https://acme.whereby.com'],
    ['PERMISSIONS_POLICY', 'Permissions-Policy: camera='],
    ['READY_TIMEOUT', 'frame-src https://acme.whereby.com'],
  ] as const)('%s comes with the exact line to add, without the key of the room', (code, line) => {
    const text = JSON.stringify(explain(code));
    expect(text).toContain(line);
    expect(text).not.toContain('secret');
  });

  test('names the allowed domains and an expired room as causes of silence', () => {
    const causes = explain('READY_TIMEOUT').causes.map(({ what }) => what);
    expect(causes.join()).toMatch(/allowed domains.*expired/);
  });

  const explainHosts = (allowedHosts: unknown) =>
    explainProblem(new WherebyError('ROOM_HOST_REFUSED', 'x'), { allowedHosts: allowedHosts as string[] }).causes;

  test.each([
    ['*', '"*"'],
    ['*.example.com', '"*.example.com"'],
    ['https://*.example.com', '"https://*.example.com"'],
    ['.example.com', '".example.com"'],
    ['a.example,b.example', '"a.example,b.example"'],
    ['a.example b.example', '"a.example b.example"'],
    ['wss://meet.example.com', '"wss://meet.example.com"'],
    ['', '""'],
    [null, 'the type object'],
    [42, 'the type number'],
  ])('names %j as what is wrong with `allowedHosts`', (entry, named) => {
    const causes = explainHosts(['meet.example.com', entry]);
    expect(causes.map(({ what }) => what)).toEqual([expect.stringContaining(named)]);
    expect(causes[0]?.cure).toContain('without wildcards');
  });

  test.each([
    'meet.example.com',
    ' MEET.example.com.:8443 ',
    'https://meet.example.com/path',
    'bücher.example',
    '2001:db8::1',
    '[2001:db8::1]:8443',
    'http://localhost:4000',
    new URL('https://meet.example.com'),
  ])('finds nothing wrong with %s as the only one of the `allowedHosts`', (entry) => {
    expect(explainHosts([entry])).toEqual([]);
    expect(explainHosts(entry)).toEqual([]);
  });

  test('explains a problem without an address', () => {
    expect(explain('FRAME_BLOCKED', 'demo').causes[0]?.line).toBeUndefined();
    expect(explain('ROOM_INVALID', undefined)).toMatchObject({ code: 'ROOM_INVALID', causes: [] });
  });
});
