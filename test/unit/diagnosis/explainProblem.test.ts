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

  test('explains a problem without an address', () => {
    expect(explain('FRAME_BLOCKED', 'demo').causes[0]?.line).toBeUndefined();
    expect(explain('ROOM_INVALID', undefined)).toMatchObject({ code: 'ROOM_INVALID', causes: [] });
  });
});
