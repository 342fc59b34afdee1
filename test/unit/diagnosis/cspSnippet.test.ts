import { cspSnippet } from 'react-whereby-embed';
import { describe, expect, test } from 'vitest';

const room = 'https://acme.whereby.com/demo?roomKey=secret';

describe('cspSnippet', () => {
  test("names the room's origin in both headers, without its key", () => {
    const [csp, policy] = cspSnippet(room).split('\n');
    expect(csp).toBe('Content-Security-Policy: frame-src https://acme.whereby.com');
    expect(policy).toMatch(/^Permissions-Policy: camera=\(self "https:\/\/acme.whereby.com"\), microphone=/);
    expect(cspSnippet(room)).not.toContain('secret');
  });

  test('follows the features that the frame is allowed', () => {
    expect(cspSnippet(room, { add: ['clipboard-write'], remove: ['camera'] })).toContain('clipboard-write=(self');
    expect(cspSnippet(room, { remove: ['camera'] })).not.toContain('camera=');
    expect(() => cspSnippet('demo')).toThrow(expect.objectContaining({ code: 'ROOM_INVALID' }));
  });
});
