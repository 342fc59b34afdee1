import { createWhereby, deleteStaleMeetings } from 'react-whereby-embed/server';
import type { DeleteStaleMeetings } from 'react-whereby-embed/server';
import { describe, expect, test } from 'vitest';
import { catchError } from './support/catchError.js';
import { createFakeClock } from './support/createFakeClock.js';
import { apiKey, meeting } from './support/fixtures.js';
import { startTestApi } from './support/startTestApi.js';
import type { Reply, SeenRequest } from './support/startTestApi.js';

const now = Date.parse('2026-01-10T10:00:00Z');
const day = 86_400_000;
const ago = (days: number): string => new Date(now - days * day).toISOString();
const room = (meetingId: string, roomName: string, endDate: string, startDate = ago(20)) => ({
  ...meeting,
  meetingId,
  roomName,
  roomUrl: `https://acme.whereby.com${roomName}`,
  endDate,
  startDate,
});
const rooms = [
  room('old', '/demo-1', ago(3)),
  room('older', '/demo-2', ago(9).replace('Z', '')),
  room('running', '/demo-3', ago(-1)),
  room('just over', '/demo-4', ago(0.5)),
  room('of another app', '/other-1', ago(9)),
  room('with the name inside', '/my/demo-1', ago(9)),
  room('without a readable end', '/demo-5', 'never'),
];

/** An API with two meetings per page, which can report a budget. It ignores filters, as older versions may. */
async function setUp(
  all: readonly ReturnType<typeof room>[] = rooms,
  headers: (seen: SeenRequest) => Record<string, string> = () => ({}),
) {
  const held = new Map(all.map((each) => [each.meetingId, each]));
  const answer: Reply = (response, seen) => {
    const url = new URL(seen.url, 'http://localhost');
    response.setHeader('content-type', 'application/json');
    for (const [name, value] of Object.entries(headers(seen))) response.setHeader(name, value);
    if (seen.method === 'DELETE') {
      held.delete(decodeURIComponent(url.pathname.split('/').pop()!));
      return response.writeHead(204).end();
    }
    const from = Number(url.searchParams.get('cursor') ?? 0);
    const list = [...held.values()];
    const cursor = from + 2 < list.length ? String(from + 2) : null;
    return response.end(JSON.stringify({ results: list.slice(from, from + 2), cursor }));
  };
  const { url, seen } = await startTestApi(answer);
  const clock = createFakeClock(now);
  const whereby = createWhereby({ apiKey, baseUrl: url, clock });
  const sweep = (input: Partial<DeleteStaleMeetings> = {}) =>
    deleteStaleMeetings({ whereby, before: new Date(now - day), prefix: 'demo-', clock, ...input });
  return { held, seen, clock, sweep, deletions: () => seen.filter(({ method }) => method === 'DELETE') };
}
const ids = (list: readonly { meetingId: string }[]) => list.map(({ meetingId }) => meetingId);

test('deletes only meetings that have the prefix and were over before the given time', async () => {
  const { sweep, held } = await setUp();
  const told: string[] = [];
  const { found, deleted, failed } = await sweep({ onDelete: ({ meetingId }) => told.push(meetingId) });
  expect(ids(found)).toEqual(['old', 'older']);
  expect(ids(deleted)).toEqual(['old', 'older']);
  expect(told).toEqual(['old', 'older']);
  expect(failed).toEqual([]);
  expect([...held.keys()]).toEqual(
    rooms.map(({ meetingId }) => meetingId).filter((id) => id !== 'old' && id !== 'older'),
  );
});

test('deletes nothing in a dry run and returns what it would delete', async () => {
  const { sweep, deletions } = await setUp();
  const { found, deleted } = await sweep({ dryRun: true });
  expect(found[0]).toEqual({ meetingId: 'old', roomName: '/demo-1', startDate: ago(20), endDate: ago(3) });
  expect(ids(found)).toEqual(['old', 'older']);
  expect(deleted).toEqual([]);
  expect(deletions()).toHaveLength(0);
});

test('normalizes the prefix as the API does and filters by it', async () => {
  const { sweep, seen } = await setUp();
  expect(ids((await sweep({ prefix: '/De mo-', dryRun: true })).found)).toEqual(['old', 'older']);
  expect(new URL(seen[0]!.url, 'http://localhost').searchParams.get('roomName[startsWith]')).toBe('/demo-');
});

test('finds every room with an empty prefix', async () => {
  const { sweep } = await setUp();
  expect((await sweep({ prefix: '', dryRun: true })).found).toHaveLength(4);
});

test('compares the creation date with `by: startDate`', async () => {
  const { sweep } = await setUp([
    room('new', '/demo-1', ago(-30), ago(0.1)),
    room('abandoned', '/demo-2', ago(-30), ago(5)),
  ]);
  expect(ids((await sweep({ dryRun: true })).found)).toEqual([]);
  expect(ids((await sweep({ by: 'startDate', dryRun: true })).found)).toEqual(['abandoned']);
});

test('deletes at most `max` meetings and finds the rest in the next run', async () => {
  const { sweep } = await setUp();
  expect(ids((await sweep({ max: 1 })).deleted)).toEqual(['old']);
  expect(ids((await sweep()).deleted)).toEqual(['older']);
  expect((await sweep()).found).toEqual([]);
});

test.each([
  { before: new Date(now + 1_000) },
  { before: new Date('never') },
  { before: undefined as never },
  { before: now as never },
  { prefix: undefined as never },
])('refuses %j without asking the API anything', async (input) => {
  const { sweep, seen } = await setUp();
  await expect(sweep(input)).rejects.toMatchObject({ code: 'REQUEST_INVALID' });
  expect(seen).toHaveLength(0);
});

describe('pace', () => {
  const many = Array.from({ length: 60 }, (_, at) => room(String(at), `/demo-${at}`, ago(3)));

  test('leaves half of the budget to the rest of the app and waits for it to fill', async () => {
    let left = 100;
    const lows: number[] = [];
    let refills = 0;
    const { sweep, clock, deletions } = await setUp(many, (seen) => {
      if (clock.sleeps.length > refills) [left, refills] = [100, clock.sleeps.length];
      left -= seen.method === 'DELETE' ? 2 : 1;
      if (left <= 50) lows.push(left);
      return {
        'x-ratelimit-limit': '100',
        'x-ratelimit-remaining': String(left),
        'x-ratelimit-reset': new Date(clock.now() + 30_000).toISOString(),
        date: new Date(clock.now()).toUTCString(),
      };
    });
    expect((await sweep()).deleted).toHaveLength(60);
    expect(deletions()).toHaveLength(60);
    expect(Math.min(...lows)).toBeGreaterThanOrEqual(49);
    expect(clock.sleeps).toEqual([30_000, 30_000]);
  });

  test('goes slowly if the API does not report the budget', async () => {
    const { sweep, clock } = await setUp(many.slice(0, 10));
    await sweep();
    const minutes = clock.sleeps.reduce((sum, each) => sum + each, 0) / 60_000;
    expect((10 * 2 + 5) / minutes).toBeLessThanOrEqual(100);
  });

  test('rejects with the signal’s reason when it is aborted', async () => {
    const controller = new AbortController();
    const { sweep, deletions } = await setUp(many);
    const reason = new Error('the night is over');
    const onDelete = () => controller.abort(reason);
    expect(await catchError(sweep({ signal: controller.signal, onDelete }))).toBe(reason);
    expect(deletions()).toHaveLength(1);
  });

  test('sends nothing for a signal that has aborted, by a client that does not look at signals either', async () => {
    const sent: string[] = [];
    const result = {
      results: rooms.slice(0, 2),
      cursor: null,
      rateLimit: { limit: 100, remaining: 90, resetAt: null },
    };
    const whereby = {
      meetings: {
        list: () => ({
          async *pages() {
            await Promise.resolve(sent.push('list'));
            yield result;
          },
        }),
        delete: async (id: string) => Promise.resolve((sent.push(id), result)),
      },
    } as unknown as DeleteStaleMeetings['whereby'];
    const sweepWith = (input: Partial<DeleteStaleMeetings>) =>
      deleteStaleMeetings({
        whereby,
        before: new Date(now - day),
        prefix: 'demo-',
        clock: createFakeClock(now),
        ...input,
      });
    const reason = new Error('closed');
    expect(await catchError(sweepWith({ signal: AbortSignal.abort(reason) }))).toBe(reason);
    expect(sent).toEqual([]);
    const controller = new AbortController();
    const onDelete = () => controller.abort(reason);
    expect(await catchError(sweepWith({ signal: controller.signal, onDelete }))).toBe(reason);
    expect(sent).toEqual(['list', 'old']);
  });
});

test('deletes the others if one cannot be deleted, and returns that one in `failed`', async () => {
  const { url } = await startTestApi((response, { method, url: path }) => {
    if (method === 'GET') return response.end(JSON.stringify({ results: rooms.slice(0, 2), cursor: null }));
    return response.writeHead(path.endsWith('/old') ? 403 : 204).end();
  });
  const clock = createFakeClock(now);
  const whereby = createWhereby({ apiKey, baseUrl: url, clock });
  const { deleted, failed } = await deleteStaleMeetings({ whereby, before: new Date(now), prefix: 'demo', clock });
  expect(ids(deleted)).toEqual(['older']);
  expect(failed).toMatchObject([{ meeting: { meetingId: 'old' }, error: { code: 'API_FORBIDDEN' } }]);
});

test('stops at once if the key is refused', async () => {
  const { url, seen } = await startTestApi((response, { method }) =>
    method === 'GET'
      ? response.end(JSON.stringify({ results: rooms.slice(0, 2), cursor: null }))
      : response.writeHead(401).end(),
  );
  const clock = createFakeClock(now);
  const whereby = createWhereby({ apiKey, baseUrl: url, clock });
  await expect(deleteStaleMeetings({ whereby, before: new Date(now), prefix: 'demo', clock })).rejects.toMatchObject({
    code: 'API_UNAUTHORIZED',
  });
  expect(seen).toHaveLength(2);
});
