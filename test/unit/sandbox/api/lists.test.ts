import { describe, expect, test } from 'vitest';
import { text } from '../support/apiShapes.js';
import { createApiCaller } from '../support/createApiCaller.js';
import { createTestSandbox, MINUTE, START } from '../support/createTestSandbox.js';

describe('lists', () => {
  const many = async (count: number, options = {}) => {
    const sandbox = await createTestSandbox(options);
    const ids = Array.from(
      { length: count },
      (_, index) =>
        sandbox.world.createMeeting({ endDate: START + MINUTE, roomName: `${index % 2 ? 'odd' : 'even'}-${index}` })
          .meetingId,
    );
    return { sandbox, ids, call: createApiCaller(sandbox) };
  };
  type Page = { results: { meetingId: string; roomName: string }[]; cursor: string | null };

  const walk = async (call: ReturnType<typeof createApiCaller>, path: string, between = () => {}) => {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { body } = await call('GET', `${path}${cursor && `&cursor=${cursor}`}`);
      const got = body as Page;
      seen.push(...got.results.map(({ meetingId }) => meetingId));
      cursor = got.cursor;
      between();
    }
    return seen;
  };

  test.each([1, 7, 50, 100])('list everything once and in order when followed with limit %i', async (limit) => {
    const { call, ids } = await many(101);
    expect(await walk(call, `/meetings?limit=${limit}`)).toEqual(ids);
  });

  test('skip no meeting when others are deleted between two pages', async () => {
    const { call, ids, sandbox } = await many(20);
    let next = 0;
    const seen = await walk(call, '/meetings?limit=5', () => {
      sandbox.world.deleteMeeting(ids[next] ?? '');
      next += 1;
    });
    expect(seen).toEqual(ids);
  });

  test('have fifty rows per page by default', async () => {
    const { call } = await many(51);
    expect(((await call('GET', '/meetings')).body as Page).results).toHaveLength(50);
  });

  test.each(['limit=0', 'limit=101', 'limit=x', 'limit=1.5', 'cursor=zz', 'cursor=abcd', 'sortBy=nothing:asc'])(
    'respond with 400 to %s',
    async (query) => {
      const { call } = await many(1);
      expect((await call('GET', `/recordings?${query}`)).status).toBe(400);
    },
  );

  test('can be filtered by the beginning of a room name', async () => {
    const { call } = await many(6);
    const { body } = await call('GET', '/meetings?roomName[startsWith]=/odd');
    expect((body as Page).results.map(({ roomName }) => roomName)).toEqual(['/odd-1', '/odd-3', '/odd-5']);
  });

  test('accept fields comma-joined, encoded or repeated', async () => {
    const { call } = await many(1);
    for (const query of [
      'fields=hostRoomUrl,viewerRoomUrl',
      'fields=hostRoomUrl%2CviewerRoomUrl',
      'fields=hostRoomUrl&fields=viewerRoomUrl',
    ])
      expect((await call('GET', `/meetings?${query}`)).body).toMatchObject({
        results: [{ hostRoomUrl: text, viewerRoomUrl: text }],
      });
  });

  test('sort recordings by each key, in both directions', async () => {
    const { sandbox, ids, call } = await many(3);
    for (const [index, id] of ids.entries()) {
      const person = sandbox.world.join(id);
      sandbox.world.setRecording(id, true);
      sandbox.clock.advance((3 - index) * MINUTE);
      sandbox.world.setRecording(id, false);
      sandbox.world.leave(person?.participantId ?? '');
      sandbox.clock.advance(MINUTE);
    }
    const names = async (sortBy: string) =>
      ((await call('GET', `/recordings?sortBy=${sortBy}`)).body as Page).results.map(({ roomName }) => roomName);
    expect(await names('startDate:asc')).toEqual(['/even-0', '/odd-1', '/even-2']);
    for (const key of ['duration', 'sizeInMegaBytes'])
      expect(await names(`${key}:asc`)).toEqual(['/even-2', '/odd-1', '/even-0']);
    expect(await names('roomName:desc')).toEqual(['/odd-1', '/even-2', '/even-0']);
    expect((await call('GET', `/recordings?roomName=${encodeURIComponent('/odd-1')}`)).body).toMatchObject({
      results: [{ roomName: '/odd-1' }],
    });
  });
});
