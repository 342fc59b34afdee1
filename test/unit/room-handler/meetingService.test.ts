import { describe, expect, test, vi } from 'vitest';
import { WherebyError } from 'react-whereby-embed/server';
import type { Meeting } from 'react-whereby-embed/server';
import { createMeetingService } from '../../../src/server/room-handler/createMeetingService.js';
import type { MeetingsApi } from '../../../src/server/room-handler/createMeetingsApi.js';
import { createRefusal } from '../../../src/server/room-handler/createRefusal.js';
import { guardKeys } from '../../../src/server/room-handler/guardKeys.js';
import type { GuardedKeys } from '../../../src/server/room-handler/guardKeys.js';
import { memoryMeetingKeys } from '../../../src/server/room-handler/memoryMeetingKeys.js';
import { UnsureCreation } from '../../../src/server/room-handler/UnsureCreation.js';

const end = Date.UTC(2030, 0, 1, 11);

function open({ tenant, overrunMinutes = 0 }: { tenant?: string | undefined; overrunMinutes?: number } = {}) {
  let time = end - 3_600_000;
  let count = 0;
  const meetings = new Map<string, Meeting>();
  const api = {
    canFindByMark: true,
    create: vi.fn<MeetingsApi['create']>(async ({ roomNamePrefix = '' }) => {
      const meetingId = `m${++count}`;
      const roomUrl = `https://acme.whereby.com/${roomNamePrefix}${count}`;
      const made = { meetingId, roomUrl, endDate: new Date(end).toISOString() } as Meeting;
      meetings.set(meetingId, made);
      return made;
    }),
    findByMark: vi.fn<MeetingsApi['findByMark']>(async (mark) =>
      [...meetings.values()].filter(({ roomUrl }) => roomUrl.includes(mark)),
    ),
    find: vi.fn<MeetingsApi['find']>(async (id) => meetings.get(id)),
    get: vi.fn<MeetingsApi['get']>(async (id) => {
      const found = meetings.get(id);
      if (!found) throw createRefusal('MEETING_NOT_FOUND');
      return found;
    }),
    delete: vi.fn<MeetingsApi['delete']>(async (id) => void meetings.delete(id)),
  };
  const now = () => time;
  const memory = guardKeys(memoryMeetingKeys({ now }));
  const keys = {
    find: vi.fn<GuardedKeys['find']>(memory.find),
    keep: vi.fn<GuardedKeys['keep']>(memory.keep),
    forget: vi.fn<GuardedKeys['forget']>(memory.forget),
  };
  const report = vi.fn<(error: unknown) => void>();
  const creation = {
    tenant,
    buildInput: vi.fn(async () => ({ endDate: '2030-01-01', fields: [], roomNamePrefix: 'lesson-' })),
    onCreated: vi.fn(async (_made: unknown): Promise<void> => undefined),
  };
  const service = createMeetingService({ api, keys, overrunMinutes, now });
  const create = (key?: string) => service.findOrCreate(key, creation as never, report);
  return { service, api, keys, meetings, report, creation, create, setTime: (at: number) => void (time = at) };
}

describe('a meeting of a key', () => {
  test('is new for who creates it, and not for who comes after', async () => {
    const { create, api, creation } = open();
    const [first, second] = await Promise.all([create('a'), create('a')]);
    const third = await create('a');
    expect([first.isNew, second.isNew, third.isNew]).toEqual([true, false, false]);
    expect(new Set([first, second, third].map(({ meeting }) => meeting.meetingId)).size).toBe(1);
    expect(api.create).toHaveBeenCalledOnce();
    expect(creation.onCreated).toHaveBeenCalledOnce();
  });

  test('is kept until it is over, under the key as the app has it', async () => {
    const { create, keys, service, report } = open({ overrunMinutes: 15 });
    await create('a');
    expect(keys.keep.mock.calls).toEqual([['a', 'm1', new Date(end + 15 * 60_000)]]);
    expect(await service.findIdByKey('a')).toBe('m1');
    expect((await service.findByKey('a', report))?.meetingId).toBe('m1');
    expect(await service.findByKey('b', report)).toBeUndefined();
  });

  test('is the one that another process has made meanwhile, and its own is deleted', async () => {
    const { create, keys, api, meetings, creation } = open();
    meetings.set('theirs', { meetingId: 'theirs', roomUrl: 'x', endDate: new Date(end).toISOString() } as Meeting);
    keys.keep.mockImplementationOnce(async () => 'theirs');
    const { meeting, isNew } = await create('a');
    expect([meeting.meetingId, isNew]).toEqual(['theirs', false]);
    expect(api.delete.mock.calls.map(([id]) => id)).toEqual(['m1']);
    expect(creation.onCreated).not.toHaveBeenCalled();
  });

  test('is forgotten when it is over or gone', async () => {
    const { create, keys, meetings, service, report, setTime } = open();
    await create('a');
    setTime(end);
    expect((await service.get('m1', [], report)).meetingId).toBe('m1');
    setTime(end - 1);
    meetings.delete('m1');
    expect(await service.findByKey('a', report)).toBeUndefined();
    expect(keys.forget).toHaveBeenCalledWith('a', 'm1');
    expect((await create('a')).isNew).toBe(true);
  });

  test('is over after its end', async () => {
    const { create, service, report, setTime } = open();
    await create();
    setTime(end + 1);
    await expect(service.get('m1', [], report)).rejects.toMatchObject({ code: 'MEETING_EXPIRED' });
  });

  test('of an app whose keys keep longer is not returned once it is over', async () => {
    const { keys, meetings, service, report } = open();
    meetings.set('old', {
      meetingId: 'old',
      roomUrl: 'x',
      endDate: new Date(end - 7_200_000).toISOString(),
    } as Meeting);
    keys.find.mockImplementation(async () => 'old');
    expect(await service.findByKey('a', report)).toBeUndefined();
    expect(keys.forget.mock.calls).toEqual([['a', 'old']]);
  });
});

test('without a key every request creates a meeting, and no key is kept', async () => {
  const { create, keys, api } = open();
  expect([(await create()).isNew, (await create()).isNew]).toEqual([true, true]);
  expect(api.create).toHaveBeenCalledTimes(2);
  expect(keys.keep).not.toHaveBeenCalled();
  expect(keys.find).not.toHaveBeenCalled();
});

test('a meeting belongs to the tenant that it was made for, until a day after its end', async () => {
  const { create, keys, service } = open({ tenant: 'red' });
  await create('["red","key","a"]');
  expect(keys.keep.mock.calls[0]).toEqual(['["red","meeting","m1"]', 'm1', new Date(end + 25 * 3_600_000)]);
  expect([await service.belongsTo('red', 'm1'), await service.belongsTo('blue', 'm1')]).toEqual([true, false]);
});

describe('what fails after the creation', () => {
  test.each([undefined, 'red'])('leaves no meeting and no key, with the tenant %s', async (tenant) => {
    const { create, keys, meetings, creation, report } = open({ tenant });
    creation.onCreated.mockRejectedValueOnce(new Error('no room in the database'));
    await expect(create('a')).rejects.toThrow('no room in the database');
    expect(meetings.size).toBe(0);
    expect(keys.forget.mock.calls).toEqual(
      tenant
        ? [
            ['a', 'm1'],
            ['["red","meeting","m1"]', 'm1'],
          ]
        : [['a', 'm1']],
    );
    expect(report).not.toHaveBeenCalled();
    expect((await create('a')).isNew).toBe(true);
  });

  test('is what the request ends with, whatever else fails then', async () => {
    const broken = new Error('the API is away');
    const { create, api, keys, creation, report } = open();
    api.delete.mockRejectedValue(broken);
    const lost = new Error('the database is away');
    keys.forget.mockRejectedValueOnce(lost);
    creation.onCreated.mockRejectedValueOnce(new Error('first'));
    await expect(create('a')).rejects.toThrow('first');
    expect(report.mock.calls).toEqual([[lost], [broken]]);
  });

  test('is not reported again if the API has reported it', async () => {
    const { create, api, creation, report } = open();
    api.delete.mockRejectedValue(createRefusal('SERVICE_REFUSED'));
    creation.onCreated.mockRejectedValueOnce(new Error('first'));
    await expect(create()).rejects.toThrow('first');
    expect(report).not.toHaveBeenCalled();
  });
});

describe('an unsure creation', () => {
  const unsure = () => Promise.reject(new UnsureCreation(createRefusal('SERVICE_UNAVAILABLE')));

  test('keeps its mark for an hour, is looked for before another, and what is left over is deleted', async () => {
    const { create, api, keys, meetings } = open();
    api.create.mockImplementationOnce(unsure);
    await expect(create('a')).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    const [key, mark, until] = keys.keep.mock.calls[0]!;
    expect([key, until]).toEqual(['["mark","a"]', new Date(end)]);
    expect(mark).toMatch(/^[a-z\d]{12}$/);

    meetings.set('late', {
      meetingId: 'late',
      roomUrl: `https://x/lesson-${mark}-1`,
      endDate: new Date(end).toISOString(),
    } as Meeting);
    const { meeting } = await create('a');
    expect(meeting.meetingId).toBe('late');
    expect(api.create).toHaveBeenCalledOnce();
    expect(api.findByMark.mock.calls.at(-1)?.slice(0, 2)).toEqual([mark, 'lesson-']);
    expect(keys.forget).toHaveBeenCalledWith('["mark","a"]', mark);

    const calls = api.findByMark.mock.calls.length;
    await create('a');
    expect(api.findByMark.mock.calls).toHaveLength(calls);
  });

  test('of several processes keeps a mark for each, one after the other', async () => {
    const { create, api, keys } = open();
    keys.keep.mockImplementationOnce(async () => 'of another process');
    api.create.mockImplementationOnce(unsure);
    await expect(create('a')).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    expect(keys.keep.mock.calls.map(([key]) => key)).toEqual(['["mark","a"]', '["mark","a",1]']);
  });

  test('keeps at most fifty marks', async () => {
    const { create, api, keys } = open();
    keys.keep.mockImplementation(async () => 'of another process');
    api.create.mockImplementationOnce(unsure);
    await expect(create('a')).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    expect(keys.keep).toHaveBeenCalledTimes(50);
  });

  test.each([
    ['reports why', new WherebyError('API_TIMEOUT', 'x'), 1],
    ['says no more than the API has', createRefusal('SERVICE_UNAVAILABLE'), 0],
  ])('whose left-overs cannot be found %s, and the meeting is returned all the same', async (_what, error, times) => {
    const { create, api, keys, report } = open();
    await create('a');
    keys.find.mockImplementation(async (key) => (key === 'a' ? 'm1' : 'mark'));
    api.findByMark.mockRejectedValueOnce(error);
    expect((await create('a')).meeting.meetingId).toBe('m1');
    expect(report).toHaveBeenCalledTimes(times);
  });
});
