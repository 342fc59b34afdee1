import { describe, expect, test } from 'vitest';
import { createApiCaller } from '../support/createApiCaller.js';
import { createTestSandbox, MINUTE, START } from '../support/createTestSandbox.js';
import { endDate } from '../support/createUsedRoom.js';

describe('the point budget', () => {
  const spend = async (api: NonNullable<Parameters<typeof createTestSandbox>[0]>['api']) => {
    const sandbox = await createTestSandbox({ api: { ...api } });
    return { sandbox, call: createApiCaller(sandbox) };
  };

  test('responds with 429, the documented body and headers once it is spent, until the minute is over', async () => {
    const { sandbox, call } = await spend({ pointsPerMinute: 5 });
    expect((await call('POST', '/meetings', { endDate })).status).toBe(201);
    expect((await call('DELETE', '/meetings/x')).status).toBe(204);
    sandbox.clock.advance(20_500);
    const { status, body, headers } = await call('GET', '/meetings');
    expect([status, body]).toEqual([
      429,
      { error: 'Rate limit active for throttle key: organization:1', data: { msLeft: 39_500 } },
    ]);
    expect(headers.get('retry-after')).toBe('40');
    expect(headers.get('x-ratelimit-limit')).toBe('5');
    expect(headers.get('x-ratelimit-remaining')).toBe('0');
    expect(Date.parse(headers.get('x-ratelimit-reset') ?? '')).toBe(START + MINUTE);
    expect((await createApiCaller(sandbox, 'bad')('GET', '/meetings')).status).toBe(401);
    sandbox.clock.advance(39_500);
    expect((await call('GET', '/meetings')).status).toBe(200);
  });

  test('can be counted by the guide, and can be in the headers of every response', async () => {
    const { call } = await spend({ pointsPerMinute: 100, pointCosts: 'guide', rateLimitHeaders: 'always' });
    const left = async (method: string, path: string, body?: unknown) =>
      (await call(method, path, body)).headers.get('x-ratelimit-remaining');
    expect(await left('GET', '/meetings')).toBe('97');
    expect(await left('GET', '/meetings/x')).toBe('96');
    expect(await left('GET', '/insights/rooms')).toBe('91');
    expect(await left('POST', '/recordings/bulk-delete', { recordingIds: [] })).toBe('86');
  });

  test.each([
    ['iso', new Date(START + MINUTE).toISOString()],
    ['epoch', String((START + MINUTE) / 1000)],
    ['http', new Date(START + MINUTE).toUTCString()],
  ] as const)('can have its reset written as %s', async (rateLimitReset, expected) => {
    const { call } = await spend({ pointsPerMinute: 0, rateLimitReset });
    expect((await call('GET', '/meetings')).headers.get('x-ratelimit-reset')).toBe(expected);
  });
});
