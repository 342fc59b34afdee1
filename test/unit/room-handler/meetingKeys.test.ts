import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { memoryMeetingKeys } from '../../../src/server/room-handler/memoryMeetingKeys.js';
import type { CreatedMeeting, RoomsAction } from 'react-whereby-embed/server';
import { createTestHandler, person } from './support/createTestHandler.js';
import { waitUntil } from '../../support/waitUntil.js';

const idOf = ({ body }: { readonly body: Record<string, unknown> }) => body['meetingId'];
const posts = (calls: readonly { method: string }[]) => calls.filter(({ method }) => method === 'POST').length;

describe('visitors with the same key', () => {
  test('who come at once get one meeting, each with the room URL of their own role', async () => {
    const authorize = (request: Request) => ({ ...person, role: request.headers.get('x-role') as 'host' });
    const { create, api } = createTestHandler({ authorize });
    let open: (value?: unknown) => void = () => undefined;
    api.gate = new Promise((resolve) => (open = resolve));
    const asked = (['host', 'visitor', 'viewer', 'visitor'] as const).map((role) =>
      create({ key: 'lesson' }, { 'x-role': role }),
    );
    await waitUntil(() => expect(api.calls).toHaveLength(1));
    open();
    const answers = await Promise.all(asked);
    expect(new Set(answers.map(idOf)).size).toBe(1);
    expect(answers.map(({ body }) => body['role'])).toEqual(['host', 'visitor', 'viewer', 'visitor']);
    expect(posts(api.calls)).toBe(1);
  });

  test('who come one after the other get one meeting while it lasts', async () => {
    let time = Date.now();
    const { create, api } = createTestHandler({ now: () => time });
    const first = idOf(await create({ key: 'lesson' }));
    expect(idOf(await create({ key: 'lesson' }))).toBe(first);
    expect(idOf(await create({ key: 'other' }))).not.toBe(first);
    expect(idOf(await create())).not.toBe(first);
    time += 61 * 60_000;
    const second = idOf(await create({ key: 'lesson' }));
    expect(second).not.toBe(first);
    api.meetings.delete(String(second));
    expect(idOf(await create({ key: 'lesson' }))).not.toBe(second);
  });

  test('get one meeting also from keys that return null for nothing, and ids as numbers, as databases do', async () => {
    const keys = memoryMeetingKeys();
    const asDatabase = {
      ...keys,
      find: async (key: string) => {
        const found = await keys.find(key);
        return (found === undefined ? null : Number(found)) as string | null;
      },
      keep: async (...args: Parameters<typeof keys.keep>) => Number(await keys.keep(...args)) as unknown as string,
    };
    const { create } = createTestHandler({ keys: asDatabase, authorize: () => ({ ...person, tenant: 'school' }) });
    const first = idOf(await create({ key: 'lesson' }));
    expect(first).toBeDefined();
    expect(idOf(await create({ key: 'lesson' }))).toBe(first);
  });

  test('get none from keys that return something else, and no meeting is left', async () => {
    for (const keys of [{ keep: async () => undefined }, { keep: async () => '' }, { find: async () => ({ id: 1 }) }]) {
      const { create, api, errors } = createTestHandler({ keys: { ...memoryMeetingKeys(), ...keys } as never });
      expect(await create({ key: 'lesson' })).toMatchObject({ status: 500, code: 'SERVER_FAILED' });
      expect(errors).toMatchObject([{ code: 'HANDLER_OPTION_INVALID', message: expect.stringContaining('`keys.') }]);
      expect(api.meetings.size).toBe(0);
    }
  });

  test('in two processes with shared keys get one meeting, and the second one is deleted', async () => {
    const keys = memoryMeetingKeys();
    const onCreated = vi.fn();
    const one = createTestHandler({ keys, onCreated });
    const other = createTestHandler({ keys, onCreated }, one.api);
    const answers = await Promise.all([one.create({ key: 'lesson' }), other.create({ key: 'lesson' })]);
    expect(new Set(answers.map(idOf)).size).toBe(1);
    expect(one.api.meetings.size).toBe(1);
    expect(onCreated).toHaveBeenCalledOnce();
  });

  test('who may only enter get the meeting only after someone created it', async () => {
    const authorize = vi.fn((request: Request, action: RoomsAction) => {
      const who = request.headers.get('x-who');
      if (who === 'host') return person;
      return who === 'guest' || action.type === 'create' ? { role: 'visitor' as const } : { refuse: 404 as const };
    });
    const { create, api } = createTestHandler({ authorize });
    const as = (who: string, key = 'lesson') => create({ key }, { 'x-who': who });
    expect(await as('guest')).toMatchObject({ status: 403, code: 'NOT_ALLOWED' });
    expect(api.calls).toEqual([]);
    let open: (value?: unknown) => void = () => undefined;
    api.gate = new Promise((resolve) => (open = resolve));
    const first = as('host');
    await waitUntil(() => expect(api.calls).toHaveLength(1));
    const meanwhile = as('guest');
    open();
    const meetingId = idOf(await first);
    expect(idOf(await meanwhile)).toBe(meetingId);
    expect((await as('guest')).body).toMatchObject({ meetingId, role: 'visitor' });
    expect(posts(api.calls)).toBe(1);
    const before = api.calls.length;
    // Who may not enter learns nothing of what a key leads to, and asks the API nothing.
    expect((await as('stranger')).body).toEqual((await as('stranger', 'no such key')).body);
    expect(api.calls).toHaveLength(before);
    api.instead.push(new Response(null, { status: 503 }));
    expect((await as('guest')).code).toBe('SERVICE_UNAVAILABLE');
    api.meetings.delete(String(meetingId));
    expect(await as('guest')).toMatchObject({ status: 403, code: 'NOT_ALLOWED' });
  });

  test('try again after a failed creation', async () => {
    const { create, api } = createTestHandler();
    api.instead.push(new Response(null, { status: 503 }));
    const answers = await Promise.all([create({ key: 'lesson' }), create({ key: 'lesson' })]);
    expect(answers.map(({ code }) => code)).toEqual(['SERVICE_UNAVAILABLE', 'SERVICE_UNAVAILABLE']);
    expect((await create({ key: 'lesson' })).status).toBe(200);
  });
});

describe('a guessed key', () => {
  test('gives no access to a meeting the person may not enter', async () => {
    const seen: RoomsAction[] = [];
    const { create } = createTestHandler({
      authorize(request, action) {
        seen.push(action);
        if (request.headers.get('x-user') === 'owner') return person;
        return action.type === 'create' ? person : { refuse: 403 };
      },
    });
    const made = await create({ key: 'consultation-17' }, { 'x-user': 'owner' });
    expect(made.status).toBe(200);
    expect(await create({ key: 'consultation-17' }, { 'x-user': 'guest' })).toMatchObject({
      status: 403,
      code: 'NOT_ALLOWED',
    });
    expect(seen.at(-1)).toEqual({ type: 'enter', meetingId: idOf(made), key: 'consultation-17' });
  });
});

describe('onCreated', () => {
  test('is called once with the new meeting before anyone receives it', async () => {
    const noted: [CreatedMeeting, string | undefined][] = [];
    const { create } = createTestHandler({ onCreated: (meeting, { key }) => void noted.push([meeting, key]) });
    const made = await create({ key: 'deal-9' });
    expect(noted).toMatchObject([
      [{ meetingId: idOf(made), hostRoomUrl: expect.stringContaining('roomKey=') as string }, 'deal-9'],
    ]);
    await create({ key: 'deal-9' });
    expect(noted).toHaveLength(1);
  });

  test('leaves no meeting behind if it fails', async () => {
    const onCreated = vi.fn().mockRejectedValueOnce(new Error('SECRET-database'));
    const { create, api, errors } = createTestHandler({ onCreated });
    expect(await create({ key: 'deal-9' })).toMatchObject({ status: 500, code: 'SERVER_FAILED' });
    expect(api.meetings.size).toBe(0);
    expect(errors).toHaveLength(1);
    expect((await create({ key: 'deal-9' })).status).toBe(200);
  });

  test('can be preceded by settings that depend on who creates what', async () => {
    const { create, api } = createTestHandler({
      meeting: ({ key }) => ({ roomNamePrefix: key === 'vip' ? 'vip-' : 'std-', minutes: 30 }),
      now: () => Date.UTC(2030, 0, 1),
    });
    await create({ key: 'vip' });
    expect(api.calls[0]!.body).toMatchObject({
      roomNamePrefix: expect.stringMatching(/^vip-/) as string,
      endDate: '2030-01-01T00:30:00.000Z',
    });
  });
});

describe('keys in memory', () => {
  test('keep the first meeting of a key until its end or until it is forgotten', async () => {
    let time = 0;
    const keys = memoryMeetingKeys({ now: () => time });
    expect(await keys.keep('a', '1', new Date(10))).toBe('1');
    expect(await keys.keep('a', '2', new Date(10))).toBe('1');
    await keys.forget('a', '2');
    expect(await keys.find('a')).toBe('1');
    await keys.forget('a', '1');
    expect(await keys.find('a')).toBeUndefined();
    await keys.keep('a', '3', new Date(10));
    time = 10;
    expect(await keys.find('a')).toBeUndefined();
    expect(await keys.keep('a', '4', new Date(20))).toBe('4');
  });

  test('never exceed their limit and keep the newest', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string(), { minLength: 1 }),
        fc.integer({ min: 1, max: 5 }),
        async (names, limit) => {
          const keys = memoryMeetingKeys({ limit, now: () => 0 });
          for (const name of names) await keys.keep(name, `${name}!`, new Date(1));
          const found = await Promise.all([...new Set(names)].map((name) => keys.find(name)));
          expect(found.filter(Boolean).length).toBeLessThanOrEqual(limit);
          expect(await keys.find(names.at(-1)!)).toBeDefined();
        },
      ),
    );
  });
});
