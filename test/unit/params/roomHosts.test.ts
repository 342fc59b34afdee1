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

describe('which rooms may be framed', () => {
  test.each([
    'https://acme.whereby.com/demo',
    'https://ACME.whereby.com/demo?roomKey=k',
    ' https://acme.whereby.com/demo ',
  ])('%s is', (room) => {
    expect(code(room)).toBe('framed');
  });

  test.each([
    'https://evil.example/?x=https://acme.whereby.com/r',
    'https://acme.whereby.com.evil.example/r',
    'https://evilwhereby.com/r',
    'https://whereby.com/r',
    'https://a.b.whereby.com/r',
    'https://acme.whereby.com./r',
    'http://acme.whereby.com/r',
    'https://evil.example#.whereby.com/r',
    'https://evil.example\\@acme.whereby.com/r',
    'https://acme.whereby.co\u043c/r',
    'http://127.0.0.1.evil.example/r',
    'http://localhost.evil.example/r',
  ])('%s is not', (room) => {
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
  ])('%s is no room', (room) => {
    expect(code(room)).toBe('ROOM_INVALID');
  });

  test('other hosts are framed when they are named, over https', () => {
    expect(code('https://meet.example.com/r', ['meet.example.com'])).toBe('framed');
    expect(code('https://meet.example.com:8443/r', ['meet.example.com:8443'])).toBe('framed');
    expect(code('http://meet.example.com/r', ['meet.example.com'])).toBe('ROOM_HOST_REFUSED');
    expect(code('https://sub.meet.example.com/r', ['meet.example.com'])).toBe('ROOM_HOST_REFUSED');
  });

  test.each([
    'http://localhost:4000/r',
    'http://acme.localhost:4000/r',
    'http://127.0.0.1:4000/r',
    'http://[::1]:4000/r',
  ])('%s is outside production builds', (room) => {
    expect(code(room)).toBe('framed');
    vi.stubEnv('NODE_ENV', 'production');
    expect(code(room)).toBe('ROOM_HOST_REFUSED');
    expect(code(room, [new URL(room).host])).toBe('framed');
  });
});
