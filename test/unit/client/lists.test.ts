import { expect, test } from 'vitest';
import { createTestClient } from './support/createTestClient.js';
import { meeting } from './support/fixtures.js';

const pageOf = (cursor: unknown, ...ids: string[]) => ({
  headers: { 'x-ratelimit-remaining': '5' },
  json: { results: ids.map((meetingId) => ({ ...meeting, meetingId })), cursor },
});

test('a loop reads every page and requests each once', async () => {
  const { whereby, seen } = await createTestClient([pageOf('c1', '1', '2'), pageOf('c2'), pageOf(null, '3')]);
  const ids: string[] = [];
  for await (const { meetingId } of whereby.meetings.list({ limit: 2 })) ids.push(meetingId);
  expect(ids).toEqual(['1', '2', '3']);
  expect(seen.map(({ url }) => url)).toEqual([
    '/v1/meetings?limit=2',
    '/v1/meetings?limit=2&cursor=c1',
    '/v1/meetings?limit=2&cursor=c2',
  ]);
});

test('a list requests nothing before it is read and nothing after its loop ends', async () => {
  const { whereby, seen } = await createTestClient([pageOf('c1', '1', '2'), pageOf(null, '3')]);
  const list = whereby.meetings.list();
  expect(seen).toHaveLength(0);
  for await (const item of list) if (item.meetingId === '2') break;
  expect(seen).toHaveLength(1);
});

test('a page has its cursor and the budget, and a list continues from a cursor', async () => {
  const { whereby, seen } = await createTestClient([pageOf('c1', '1'), pageOf(null, '2'), pageOf(null, '2')]);
  const list = whereby.meetings.list();
  const cursors: unknown[] = [];
  for await (const page of list.pages()) {
    cursors.push(page.cursor);
    expect(page.rateLimit.remaining).toBe(5);
  }
  expect(cursors).toEqual(['c1', null]);
  const rest = await whereby.meetings.list({ cursor: 'c1' }).page();
  expect(rest.results.map(({ meetingId }) => meetingId)).toEqual(['2']);
  expect(seen[2]!.url).toBe('/v1/meetings?cursor=c1');
});

test('a list can be read as an array and read again', async () => {
  const { whereby, seen } = await createTestClient([pageOf('c1', '1'), pageOf(null, '2'), pageOf(null, '3')]);
  const list = whereby.meetings.list();
  expect((await list.toArray()).map(({ meetingId }) => meetingId)).toEqual(['1', '2']);
  expect((await list.toArray()).map(({ meetingId }) => meetingId)).toEqual(['3']);
  expect(seen).toHaveLength(3);
});

test.each([undefined, null, ''])('a list ends with the cursor %j', async (cursor) => {
  const { whereby, seen } = await createTestClient([pageOf(cursor, '1')]);
  expect(await whereby.meetings.list().toArray()).toHaveLength(1);
  expect((await whereby.meetings.list().page()).cursor).toBeNull();
  expect(seen).toHaveLength(2);
});

test.each([
  ['the same again', ['c1', 'c1']],
  ['a circle', ['c1', 'c2', 'c3', 'c1']],
])('a cursor that repeats ends the list with an error instead of never: %s', async (_how, cursors) => {
  const { whereby, seen } = await createTestClient(cursors.map((cursor, at) => pageOf(cursor, String(at))));
  const ids: string[] = [];
  const reading = (async () => {
    for await (const { meetingId } of whereby.meetings.list()) ids.push(meetingId);
  })();
  await expect(reading).rejects.toMatchObject({ code: 'API_CURSOR_REPEATED', operation: 'meetings.list' });
  expect(ids).toEqual(cursors.map((_, at) => String(at)));
  expect(seen).toHaveLength(cursors.length);
});

test('a page with the cursor the list started at ends the list with the same error', async () => {
  const { whereby } = await createTestClient([pageOf('c7', '1')]);
  await expect(whereby.meetings.list({ cursor: 'c7' }).toArray()).rejects.toMatchObject({
    code: 'API_CURSOR_REPEATED',
  });
});

test('a list requests a failed page again, but not the pages before it', async () => {
  const { whereby, seen } = await createTestClient([pageOf('c1', '1'), { status: 503 }, pageOf(null, '2')]);
  expect(await whereby.meetings.list().toArray()).toHaveLength(2);
  expect(seen.map(({ url }) => url)).toEqual(['/v1/meetings', '/v1/meetings?cursor=c1', '/v1/meetings?cursor=c1']);
});
