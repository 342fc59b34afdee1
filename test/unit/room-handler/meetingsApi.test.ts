import { describe, expect, test, vi } from 'vitest';
import { WherebyError } from 'react-whereby-embed/server';
import type { Meeting } from 'react-whereby-embed/server';
import { createMeetingsApi } from '../../../src/server/room-handler/createMeetingsApi.js';
import type { MeetingsClient } from '../../../src/server/room-handler/createMeetingsApi.js';
import { UnsureCreation } from '../../../src/server/room-handler/UnsureCreation.js';

const meeting = (meetingId: string, roomName: string, minute = 0) =>
  ({
    meetingId,
    roomName,
    roomUrl: `https://acme.whereby.com${roomName}`,
    startDate: new Date(Date.UTC(2030, 0, 1, 10, minute)).toISOString(),
    endDate: '2030-01-01T12:00:00.000Z',
  }) as Meeting;

function open(meetings: Partial<MeetingsClient['meetings']> = {}) {
  const client = {
    create: vi.fn(async () => meeting('1', '/a')),
    get: vi.fn(async () => meeting('1', '/a')),
    delete: vi.fn(async () => undefined),
    ...meetings,
  };
  const report = vi.fn<(error: unknown) => void>();
  return { api: createMeetingsApi({ meetings: client }), client, report };
}

const fail = (code: ConstructorParameters<typeof WherebyError>[0], more: object = {}) =>
  Promise.reject(Object.assign(new WherebyError(code, 'x'), more));
const codeOf = (promise: Promise<unknown>) => promise.catch((error: { code?: string }) => error.code ?? 'no code');

/** A person waits: a call must not take what is left of the service's budget. */
const soon = { deadline: 10_000 };

describe('a call of the API', () => {
  test('has little time', async () => {
    const { api, client, report } = open();
    await api.create({ endDate: '2030-01-01', fields: [] }, report);
    await api.get('1', ['hostRoomUrl'], report);
    await api.delete('1', report);
    expect(client.create).toHaveBeenCalledWith({ endDate: '2030-01-01', fields: [] }, soon);
    expect(client.get).toHaveBeenCalledWith('1', { fields: ['hostRoomUrl'] }, soon);
    expect(client.delete).toHaveBeenCalledWith('1', soon);
    expect(report).not.toHaveBeenCalled();
  });

  test('for what does not exist is no fault of the server', async () => {
    const { api, report } = open({ get: () => fail('API_NOT_FOUND'), delete: () => fail('API_NOT_FOUND') });
    expect(await api.find('1', [], report)).toBeUndefined();
    expect(await codeOf(api.get('1', [], report))).toBe('MEETING_NOT_FOUND');
    expect(await api.delete('1', report)).toBeUndefined();
    expect(report).not.toHaveBeenCalled();
  });

  test('that fails is reported once and refused', async () => {
    const { api, report } = open({ get: () => fail('API_TIMEOUT'), delete: () => fail('API_TIMEOUT') });
    expect(await codeOf(api.get('1', [], report))).toBe('SERVICE_UNAVAILABLE');
    expect(await codeOf(api.delete('1', report))).toBe('SERVICE_UNAVAILABLE');
    expect(report.mock.calls.map(([error]) => (error as WherebyError).code)).toEqual(['API_TIMEOUT', 'API_TIMEOUT']);
  });

  test('that fails for another reason is left to the caller', async () => {
    const fault = () => Promise.reject(new Error('a mistake'));
    const { api, report } = open({ get: fault, create: fault });
    await expect(api.find('1', [], report)).rejects.toThrow('a mistake');
    await expect(api.create({ endDate: '', fields: [] }, report)).rejects.toThrow('a mistake');
    expect(report).not.toHaveBeenCalled();
  });
});

describe('a creation', () => {
  test('that was surely refused is refused', async () => {
    const { api, report } = open({ create: () => fail('API_FORBIDDEN') });
    expect(await codeOf(api.create({ endDate: '', fields: [] }, report))).toBe('SERVICE_REFUSED');
    expect(report).toHaveBeenCalledOnce();
  });

  test('that may have succeeded is unsure', async () => {
    const { api, report } = open({ create: () => fail('API_TIMEOUT', { mayHaveSucceeded: true }) });
    const error: unknown = await api.create({ endDate: '', fields: [] }, report).catch((one: unknown) => one);
    expect(error).toBeInstanceOf(UnsureCreation);
    expect((error as UnsureCreation).refusal.code).toBe('SERVICE_UNAVAILABLE');
    expect((error as Error).message).toContain('may have created a meeting');
    expect(report).toHaveBeenCalledOnce();
  });
});

describe('meetings with a mark', () => {
  const list = (...found: Meeting[]) =>
    vi.fn(async function* () {
      yield* found;
    });

  test('are found by the start of their name, as the service writes it', async () => {
    const all = list();
    const { api, report } = open({ list: all });
    await api.findByMark('mark', 'My Lesson-', report);
    await api.findByMark('mark', '/lesson', report);
    await api.findByMark('mark', 'a/b', report);
    expect(all.mock.calls).toEqual(
      ['/mylesson-mark', '/lessonmark', '/a/bmark'].map((startsWith) => [
        { limit: 100, roomName: { startsWith } },
        { deadline: 5000 },
      ]),
    );
  });

  test('are those with the mark alone, the oldest first', async () => {
    const found = list(
      meeting('3', '/mark-3', 3),
      meeting('other', '/marked', 0),
      meeting('1', '/lesson-mark-1', 1),
      meeting('2', '/mark-2', 2),
    );
    const { api, report } = open({ list: found });
    expect((await api.findByMark('mark', '', report)).map(({ meetingId }) => meetingId)).toEqual(['1', '2', '3']);
  });

  test('cannot be found with a client that has no list', async () => {
    const { api, report } = open();
    expect(api.canFindByMark).toBe(false);
    expect(await api.findByMark('mark', '', report)).toEqual([]);
    expect(open({ list: list() }).api.canFindByMark).toBe(true);
  });
});
