import { describe, expect, test } from 'vitest';
import type { Sandbox } from '../../../../src/sandbox/index.js';
import { createApiCaller } from '../support/createApiCaller.js';
import { createTestSandbox, MINUTE, START } from '../support/createTestSandbox.js';
import { createUsedRoom } from '../support/createUsedRoom.js';

describe('insights', () => {
  test('round up each connection on its own: a reconnect starts another minute', async () => {
    const { sandbox, call } = await createUsedRoom();
    const { world, clock } = sandbox;
    const { meetingId, roomName } = world.createMeeting({ endDate: START + 600 * MINUTE });
    const stay = (deviceId: string) => world.join(meetingId, { deviceId })?.participantId ?? '';
    const ada = stay('ada');
    const bob = stay('bob');
    clock.advance(61_000);
    world.leave(ada);
    const again = stay('ada');
    clock.advance(1_000);
    world.leave(again);
    world.leave(bob);
    clock.advance(10 * MINUTE);
    const { results } = (await call('GET', `/insights/rooms?roomName[exact]=${roomName}`)).body as {
      results: unknown[];
    };
    expect(results[0]).toMatchObject({
      totalParticipantMinutes: 2 + 1 + 2,
      totalUniqueParticipants: 2,
      totalSessions: 1,
    });
  });

  test('require the parameters that the documents require', async () => {
    const { call } = await createUsedRoom();
    for (const path of ['/insights/room-sessions', '/insights/participants', '/insights/participant'])
      expect((await call('GET', path)).status).toBe(400);
  });

  test('find people by externalId in all sessions, and by session', async () => {
    const { call, participantId } = await createUsedRoom();
    expect((await call('GET', '/insights/participants?externalId=ada')).body).toMatchObject({
      results: [{ participantId, deviceId: 'ada-1' }],
    });
    expect((await call('GET', '/insights/participants?externalId=nobody')).body).toEqual({ results: [], cursor: null });
  });

  test('can be filtered by room name and date of creation', async () => {
    const { call, roomName } = await createUsedRoom();
    const count = async (query: string) =>
      ((await call('GET', `/insights/rooms?${query}`)).body as { results: [] }).results.length;
    const day = encodeURIComponent('2026-01-01T00:00:00Z');
    const next = encodeURIComponent('2026-01-02T00:00:00Z');
    expect(await count(`roomName[startsWith]=${roomName.slice(0, 5)}`)).toBe(1);
    expect(await count(`roomName[contains]=${roomName.slice(3, 9)}`)).toBe(1);
    expect(await count('roomName[exact]=/other')).toBe(0);
    expect(await count(`createdAt[from]=${day}&createdAt[to]=${next}`)).toBe(1);
    expect(await count(`createdAt[from]=${next}`)).toBe(0);
  });
});

describe('200 rooms with 10 people each', () => {
  test('have insights that equal the script, to the minute', async () => {
    const sandbox: Sandbox = await createTestSandbox();
    const { world, clock } = sandbox;
    const call = createApiCaller(sandbox);
    let seed = 42;
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % below;
    };
    interface Script {
      readonly meetingId: string;
      readonly roomName: string;
      readonly inside: Map<string, { readonly id: string; readonly since: number }>;
      minutes: number;
      readonly people: Set<string>;
      sessions: number;
      runsUntil: number;
      running: boolean;
    }
    const rooms: Script[] = Array.from({ length: 200 }, (_, index) => ({
      ...world.createMeeting({ endDate: START + 600 * MINUTE, roomMode: 'group', roomName: `soak-${index}` }),
      inside: new Map(),
      minutes: 0,
      people: new Set(),
      sessions: 0,
      runsUntil: 0,
      running: false,
    }));
    // The script keeps its own books, by rules written here a second time.
    const settle = (room: Script, now: number) => {
      if (room.running && room.inside.size < 2 && now >= room.runsUntil) room.running = false;
    };
    const leave = (room: Script, who: string, now: number) => {
      const stay = room.inside.get(who);
      if (!stay) return;
      world.leave(stay.id);
      room.inside.delete(who);
      room.minutes += Math.ceil((now - stay.since) / MINUTE);
      if (room.inside.size === 1) room.runsUntil = now + MINUTE;
    };
    for (let step = 0; step < 60; step += 1) {
      const now = clock.now();
      for (const room of rooms) {
        settle(room, now);
        const who = `person-${random(10)}`;
        if (room.inside.has(who)) leave(room, who, now);
        else {
          const id = world.join(room.meetingId, { deviceId: who })?.participantId ?? '';
          room.inside.set(who, { id, since: now });
          room.people.add(who);
          if (room.inside.size === 2 && !room.running) {
            room.running = true;
            room.sessions += 1;
          }
        }
      }
      clock.advance(1_000 + random(90_000));
    }
    const end = clock.now();
    for (const room of rooms) {
      settle(room, end);
      for (const who of [...room.inside.keys()]) leave(room, who, end);
    }
    clock.advance(5 * MINUTE);

    const rows: Record<string, unknown>[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await call('GET', `/insights/rooms?limit=100${cursor && `&cursor=${cursor}`}`);
      const got = body as { results: Record<string, unknown>[]; cursor: string | null };
      rows.push(...got.results);
      cursor = got.cursor;
    }
    expect(
      rows.map(({ roomName, totalParticipantMinutes, totalUniqueParticipants, totalSessions }) => ({
        roomName,
        totalParticipantMinutes,
        totalUniqueParticipants,
        totalSessions,
      })),
    ).toEqual(
      rooms
        .filter(({ sessions }) => sessions > 0)
        .map(({ roomName, minutes, people, sessions }) => ({
          roomName,
          totalParticipantMinutes: minutes,
          totalUniqueParticipants: people.size,
          totalSessions: sessions,
        })),
    );
    expect(rows.length).toBeGreaterThan(190);
  });
});
