import { describe, expect, test } from 'vitest';
import type { Person } from 'react-whereby-embed/server';
import { memoryMeetingKeys } from '../../../src/server/room-handler/memoryMeetingKeys.js';
import { createTestHandler } from './support/createTestHandler.js';

/** `x-user: red/host` is a host of the tenant `red`. */
const authorize = (request: Request): Person => {
  const [tenant = '', role] = (request.headers.get('x-user') ?? '').split('/');
  return role === 'host' ? { tenant, role: 'host', may: ['create', 'enter', 'delete'] } : { tenant, role: 'visitor' };
};

const as = (user: string) => ({ 'x-user': user });
const notFound = { status: 404, code: 'MEETING_NOT_FOUND' };

function setup(options: Parameters<typeof createTestHandler>[0] = {}, api?: Parameters<typeof createTestHandler>[1]) {
  const handler = createTestHandler({ authorize, ...options }, api);
  const enter = (user: string, id: unknown) => handler.ask(`/meetings/${String(id)}`, { headers: as(user) });
  const remove = (user: string, id: unknown) =>
    handler.ask(`/meetings/${String(id)}`, { method: 'DELETE', headers: as(user) });
  return { ...handler, enter, remove };
}

describe('two tenants', () => {
  test('that name the same key have meetings of their own, whoever comes first', async () => {
    const { create, api } = setup();
    const red = await create({ key: 'lesson-42' }, as('red/host'));
    const blue = await create({ key: 'lesson-42' }, as('blue/host'));
    expect([red.status, blue.status]).toEqual([200, 200]);
    expect(blue.body['meetingId']).not.toBe(red.body['meetingId']);
    expect((await create({ key: 'lesson-42' }, as('blue/guest'))).body).toMatchObject({
      meetingId: blue.body['meetingId'],
      role: 'visitor',
    });
    expect(api.meetings.size).toBe(2);
  });

  test('that come at once have meetings of their own', async () => {
    const { create } = setup();
    const answers = await Promise.all(
      ['red', 'blue', 'red', 'blue'].map((tenant) => create({ key: 'a' }, as(`${tenant}/host`))),
    );
    const [first, second, third, fourth] = answers.map(({ body }) => body['meetingId']);
    expect([third, fourth]).toEqual([first, second]);
    expect(first).not.toBe(second);
  });

  test("enter and delete nothing of each other's, and learn nothing of it", async () => {
    const { create, enter, remove, api } = setup();
    const { meetingId } = (await create({ key: 'a' }, as('red/host'))).body;
    const calls = api.calls.length;
    for (const user of ['blue/host', 'blue/guest']) {
      const foreign = await enter(user, meetingId);
      expect(foreign).toMatchObject(notFound);
      expect(foreign.body).toEqual((await enter(user, 'no-such-meeting')).body);
    }
    expect(await remove('blue/host', meetingId)).toMatchObject(notFound);
    // A guest of another tenant is refused as if nobody had named the key.
    expect((await create({ key: 'a' }, as('blue/guest'))).code).toBe('NOT_ALLOWED');
    expect(api.calls).toHaveLength(calls);
    expect(await enter('red/guest', meetingId)).toMatchObject({ status: 200, body: { role: 'visitor' } });
    expect((await remove('red/host', meetingId)).status).toBe(204);
  });

  test('do not reach meetings that nobody of theirs created', async () => {
    const { enter, api } = setup();
    const { meetingId } = await api.whereby.meetings.create({ endDate: new Date(Date.now() + 3_600_000) });
    expect(await enter('red/host', meetingId)).toMatchObject(notFound);
  });

  test.each([
    ['"],"key","a', 'a'],
    ['red","key","a"]', 'x'],
    ['', 'a'],
  ])('cannot be mistaken for each other by names like %j', async (tenant, key) => {
    const keys = memoryMeetingKeys();
    const { create, api } = setup({
      keys,
      authorize: () => ({ tenant: tenant || '[', role: 'host', may: ['create'] }),
    });
    await create({ key });
    const other = setup({ keys }, api);
    const made = await other.create({ key: JSON.stringify([tenant, 'key', key]) }, as('red/host'));
    expect(made.status).toBe(200);
    expect(api.meetings.size).toBe(2);
  });

  test('share nothing with people without a tenant, whatever key those name', async () => {
    const keys = memoryMeetingKeys();
    const { create, api } = setup({ keys });
    const { meetingId } = (await create({ key: 'a' }, as('red/host'))).body;
    const without = createTestHandler({ keys, authorize: () => ({ role: 'host', may: ['create', 'enter'] }) }, api);
    for (const key of ['a', JSON.stringify(['red', 'key', 'a']), JSON.stringify(['red', 'meeting', meetingId])])
      expect((await without.create({ key })).body['meetingId']).not.toBe(meetingId);
  });
});

test.each([undefined, null, '', 7])(
  'a person whose tenant is %j gets nothing, and the server learns why',
  async (tenant) => {
    const { create, ask, errors, api } = createTestHandler({
      authorize: () => ({ role: 'host', may: ['create', 'enter', 'delete'], tenant }) as Person,
    });
    expect((await create({ key: 'a' })).code).toBe('SERVER_FAILED');
    expect((await ask('/meetings/1')).code).toBe('SERVER_FAILED');
    expect(errors).toMatchObject([{ code: 'PERSON_INVALID' }, { code: 'PERSON_INVALID' }]);
    expect(api.calls).toEqual([]);
  },
);

test('a meeting whose creation failed belongs to nobody', async () => {
  const { create, enter } = setup({
    onCreated() {
      throw new Error('database');
    },
  });
  expect((await create({ key: 'a' }, as('red/host'))).status).toBe(500);
  expect(await enter('red/host', '1')).toMatchObject(notFound);
});

test('a meeting that is over is told as over to its tenant only', async () => {
  let time = Date.now();
  const { create, enter } = setup({ now: () => time });
  const { meetingId } = (await create({ key: 'a' }, as('red/host'))).body;
  time += 3 * 3_600_000;
  expect((await enter('red/guest', meetingId)).code).toBe('MEETING_EXPIRED');
  expect((await enter('blue/guest', meetingId)).code).toBe('MEETING_NOT_FOUND');
});
