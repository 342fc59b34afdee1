import { afterEach, describe, expect, test, vi } from 'vitest';
import { checkRoom } from '../../../src/params/roomHosts.js';

const code = (room: unknown, allowedHosts?: string[]) => {
  try {
    checkRoom(room, allowedHosts);
    return 'framed';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

afterEach(() => vi.unstubAllEnvs());

describe('checkRoom', () => {
  test.each([
    'https://acme.whereby.com/demo',
    'https://ACME.whereby.com/demo?roomKey=k',
    ' https://acme.whereby.com/demo ',
  ])('accepts %s', (room) => {
    expect(code(room)).toBe('framed');
  });

  test.each([
    'https://evil.example/?x=https://acme.whereby.com/r',
    'https://acme.whereby.com.evil.example/r',
    'https://evilwhereby.com/r',
    'https://whereby.com/r',
    'https://a.b.whereby.com/r',
    'https://acme.whereby.com./r',
    'https://www.whereby.com/r',
    'https://meet.whereby.com/r',
    'http://acme.whereby.com:8080/r',
    'https://evil.example#.whereby.com/r',
    'https://evil.example\\@acme.whereby.com/r',
    'https://acme.whereby.co\u043c/r',
    'http://127.0.0.1.evil.example/r',
    'http://localhost.evil.example/r',
  ])('refuses the host of %s', (room) => {
    expect(code(room)).toBe('ROOM_HOST_REFUSED');
  });

  test.each([
    'javascript:alert(1)//https://acme.whereby.com/r',
    'data:text/html,x',
    'https://user@acme.whereby.com/r',
    'https://acme.whereby.com',
    'https://acme.whereby.com/',
    'demo',
    7,
  ])('rejects %s, which is not a room', (room) => {
    expect(code(room)).toBe('ROOM_INVALID');
  });

  test('accepts other hosts over https if they are allowed by name', () => {
    expect(code('https://meet.example.com/r', ['meet.example.com'])).toBe('framed');
    expect(code('https://meet.example.com:8443/r', ['meet.example.com:8443'])).toBe('framed');
    expect(code('http://meet.example.com/r', ['meet.example.com'])).toBe('ROOM_HOST_REFUSED');
    expect(code('https://sub.meet.example.com/r', ['meet.example.com'])).toBe('ROOM_HOST_REFUSED');
  });

  test('compares an allowed host as a whole, also if it is given as one text', () => {
    expect(code('https://meet.example.com/r', 'meet.example.com' as never)).toBe('framed');
    expect(code('https://meet.example.com/r', 'not-meet.example.com' as never)).toBe('ROOM_HOST_REFUSED');
    expect(code('https://meet.example.com/r', [null, undefined, 5, ''] as never)).toBe('ROOM_HOST_REFUSED');
  });

  test.each([
    ['http://meet.example.com/r', /it is not https.*begins with https/],
    ['https://whereby.com/r', /names no organisation.*has one subdomain/],
    ['https://acme.whereby.com./r', /names no organisation.*has one subdomain/],
    ['https://meet.example.com/r', /its host is not allowed.*If the host is yours, add it to `allowedHosts`/],
    ['https://notwhereby.com/r', /its host is not allowed/],
    ['https://whereby.com.evil.example/r', /its host is not allowed/],
  ])('says what helps with %s', (room, expected) => {
    expect(() => checkRoom(room)).toThrow(
      expect.objectContaining({ message: expect.stringMatching(expected) as string }),
    );
  });

  test.each([undefined, ''])('counts a NODE_ENV that is %j as production', (mode) => {
    vi.stubEnv('NODE_ENV', mode);
    expect(code('http://localhost:4000/r')).toBe('ROOM_HOST_REFUSED');
  });

  test('counts a browser without a `process` as production', () => {
    vi.stubGlobal('process', undefined);
    expect(code('http://localhost:4000/r')).toBe('ROOM_HOST_REFUSED');
    vi.unstubAllGlobals();
  });

  test.each([
    'http://localhost:4000/r',
    'http://acme.localhost:4000/r',
    'http://127.0.0.1:4000/r',
    'http://[::1]:4000/r',
  ])('accepts %s outside production builds, and inside if it is allowed by name', (room) => {
    expect(code(room)).toBe('framed');
    vi.stubEnv('NODE_ENV', 'production');
    expect(code(room)).toBe('ROOM_HOST_REFUSED');
    expect(code(room, [new URL(room).host])).toBe('framed');
  });
});
