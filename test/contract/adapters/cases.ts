import { expect } from 'vitest';

/** Sends a request to the server under test, signed in as `user`. */
export type Ask = (
  path: string,
  init?: RequestInit & { readonly user?: string },
) => Promise<{ readonly status: number; readonly headers: Headers; readonly text: string }>;

const json = (value: unknown): RequestInit => ({
  method: 'POST',
  body: typeof value === 'string' ? value : JSON.stringify(value),
  headers: { 'content-type': 'application/json' },
});

const read = ({ text }: { readonly text: string }) => JSON.parse(text) as Record<string, unknown>;
const codeOf = (answer: { readonly text: string }) => (read(answer)['error'] as { code: string }).code;

/** What holds on every server, whatever is in front of the handler. */
export const cases: Readonly<Record<string, (ask: Ask, parsed: boolean) => Promise<void>>> = {
  async 'a teacher creates a meeting and gets the host URL'(ask) {
    const answer = await ask('/meetings', { ...json({ key: 'lesson', minutes: 45 }), user: 'teacher' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch('application/json');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(read(answer)).toMatchObject({ role: 'host', url: expect.stringContaining('SECRET-host-') as string });
  },
  async 'a missing body counts as an empty one'(ask) {
    expect((await ask('/meetings', { method: 'POST', user: 'teacher' })).status).toBe(200);
  },
  async 'a student gets the same meeting as a visitor, and no secret'(ask) {
    const made = read(await ask('/meetings', { ...json({ key: 'a b/ü?' }), user: 'teacher' }));
    const answer = await ask(`/meetings/${String(made['meetingId'])}`, { user: 'student' });
    expect(read(answer)).toMatchObject({ role: 'visitor', meetingId: made['meetingId'] });
    expect(answer.text + [...answer.headers].join()).not.toContain('SECRET');
  },
  async 'two requests with one key create one meeting'(ask) {
    const both = await Promise.all([1, 2].map(() => ask('/meetings', { ...json({ key: 'both' }), user: 'teacher' })));
    expect(new Set(both.map((answer) => read(answer)['meetingId'])).size).toBe(1);
  },
  async 'deleting twice responds without a body'(ask) {
    const made = read(await ask('/meetings', { ...json({}), user: 'teacher' }));
    for (const _ of [1, 2]) {
      const answer = await ask(`/meetings/${String(made['meetingId'])}`, { method: 'DELETE', user: 'teacher' });
      expect([answer.status, answer.text]).toEqual([204, '']);
    }
    expect(codeOf(await ask(`/meetings/${String(made['meetingId'])}`, { user: 'student' }))).toBe('MEETING_NOT_FOUND');
  },
  async 'a person who is not signed in gets 401'(ask) {
    for (const [path, init] of [
      ['/meetings', json({})],
      ['/meetings/1', {}],
      ['/meetings/1', { method: 'DELETE' }],
    ] as const) {
      const answer = await ask(path, init);
      expect([answer.status, codeOf(answer)]).toEqual([401, 'SIGN_IN_REQUIRED']);
    }
  },
  async 'a student may not create'(ask) {
    expect(codeOf(await ask('/meetings', { ...json({}), user: 'student' }))).toBe('NOT_ALLOWED');
  },
  async 'a request for the role is refused and named'(ask) {
    const answer = await ask('/meetings', { ...json({ role: 'host' }), user: 'teacher' });
    expect([answer.status, codeOf(answer)]).toEqual([400, 'INPUT_REFUSED']);
    expect(answer.text).toContain('role');
  },
  async 'invalid JSON is refused'(ask, parsed) {
    const answer = await ask('/meetings', { ...json('{"key":'), user: 'teacher' });
    expect(answer.status).toBe(400);
    // A parser in front of the handler has its own text.
    if (!parsed) expect(codeOf(answer)).toBe('BODY_INVALID');
  },
  async 'two megabytes are refused'(ask, parsed) {
    const answer = await ask('/meetings', { ...json({ key: 'x'.repeat(2_000_000) }), user: 'teacher' });
    expect(answer.status).toBe(413);
    if (!parsed) expect(codeOf(answer)).toBe('BODY_TOO_LARGE');
  },
  async 'a form is refused'(ask) {
    const body = new URLSearchParams({ key: 'x' });
    expect(codeOf(await ask('/meetings', { method: 'POST', body, user: 'teacher' }))).toBe('BODY_TYPE_REFUSED');
  },
  async 'only a listed origin may send requests'(ask) {
    const preflight = (origin: string) =>
      ask('/meetings', { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } });
    const listed = await preflight('https://shop.example');
    expect([listed.status, listed.headers.get('access-control-allow-origin')]).toEqual([204, 'https://shop.example']);
    expect((await preflight('https://evil.example')).status).toBe(403);
    const other = await ask('/meetings/1', { headers: { origin: 'https://evil.example' }, user: 'student' });
    expect([other.status, codeOf(other)]).toEqual([403, 'ORIGIN_REFUSED']);
  },
  async 'other paths are ROUTE_NOT_FOUND'(ask) {
    const answer = await ask('/elsewhere', { user: 'teacher' });
    expect([answer.status, codeOf(answer)]).toEqual([404, 'ROUTE_NOT_FOUND']);
  },
};
