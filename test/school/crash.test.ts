import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { buildFile } from './support/startProxy.js';
import { startFleet } from './support/startFleet.js';
import type { Fleet } from './support/startFleet.js';

const kills = 20;

let fleet: Fleet;

describe.skipIf(!inject('postgres'))(`two processes, one of which is killed (kill -9) ${kills} times`, () => {
  beforeAll(async () => {
    fleet = await startFleet();
  });
  afterAll(() => fleet?.close());

  const query = async <Row extends object>(text: string, values: unknown[] = []) =>
    (await fleet.database.pool.query<Row>(text, values)).rows;
  const listMeetings = (lessonId: string) =>
    Object.values(fleet.sandbox.world.state.meetings).filter(
      ({ roomName, deletedAt }) => roomName.startsWith(`/lesson-${lessonId}-`) && deletedAt === null,
    );
  const readRooms = (lessonId: string) =>
    query<{ meeting_id: string }>('select meeting_id from rooms where lesson_id = $1 and deleted_at is null', [
      lessonId,
    ]);

  /** Waits until one of the processes has got so far with such a request, and kills it there. */
  async function killAt(
    path: RegExp,
    method: string,
    begin: () => Promise<unknown>,
    look?: () => Promise<void>,
  ): Promise<void> {
    const holds = fleet.backends.map((backend) => ({ backend, ...backend.proxy.hold(path, method) }));
    await begin();
    const hit = await Promise.race(holds.map((hold) => hold.reached.then(() => hold)));
    for (const hold of holds) hold.cancel();
    await look?.();
    await fleet.replace(hit.backend);
  }

  test('after a room was created and before it was stored: one room for each lesson, and none left behind', async () => {
    const ids = Array.from({ length: kills }, (_, at) => `room${at}`);
    for (const id of ids) {
      await killAt(
        /^\/v1\/meetings/,
        'POST',
        () => fleet.addLesson(id),
        async () => {
          expect(listMeetings(id)).toHaveLength(1);
          expect(await readRooms(id)).toEqual([]);
        },
      );
      await expect.poll(() => readRooms(id)).toHaveLength(1);
    }
    for (const id of ids) {
      expect(listMeetings(id).map(({ meetingId }) => meetingId)).toEqual(
        (await readRooms(id)).map((room) => room.meeting_id),
      );
    }
    await query(`update lessons set cancelled_at = now() where id like 'room%'`);
    await expect.poll(() => ids.flatMap(listMeetings)).toEqual([]);
    await expect.poll(() => query(`select from rooms where lesson_id like 'room%' and deleted_at is null`)).toEqual([]);
  });

  test('in the middle of a webhook: each event is one row', async () => {
    const id = 'webhook';
    await fleet.addLesson(id);
    await expect.poll(() => readRooms(id)).toHaveLength(1);
    const { meeting_id: meetingId } = (await readRooms(id))[0]!;
    for (let round = 0; round < kills; round++) {
      // The row of the event has to wait for this lock, so its process is stopped between the claim and the end of it.
      const lock = await fleet.database.pool.connect();
      await lock.query('begin; lock table lesson_events in share mode');
      fleet.sandbox.world.join(meetingId, { displayName: `Guest ${round}` });
      // Not inside the lock's transaction, which sees the activity as it was at its first look.
      const waiting = () =>
        query(
          `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like 'insert into "lesson_events"%'`,
        );
      await expect.poll(async () => (await waiting()).length).toBeGreaterThan(0);
      // Whichever has it: with two deliveries both may.
      await fleet.replace(fleet.backends[round % 2]!);
      await lock.query('rollback');
      lock.release();
    }
    const expected = fleet.sandbox.webhooks
      .list()
      .filter(({ event }) => 'meetingId' in event.data && event.data.meetingId === meetingId)
      .map(({ event }) => event.id)
      .sort();
    expect(expected.length).toBeGreaterThanOrEqual(kills);
    await expect
      .poll(async () =>
        (await query<{ id: string }>('select id from lesson_events where lesson_id = $1', [id]))
          .map((row) => row.id)
          .sort(),
      )
      .toEqual(expected);
    await expect.poll(() => query(`select id from whereby_webhook_events where state <> 'done'`)).toEqual([]);
  });

  test('in the middle of a download: each recording is stored once and whole', async () => {
    const ids: string[] = [];
    for (let round = 0; round < kills; round++) {
      const id = `record${round}`;
      await fleet.addLesson(id);
      await expect.poll(() => readRooms(id)).toHaveLength(1);
      const { meeting_id: meetingId } = (await readRooms(id))[0]!;
      fleet.sandbox.world.join(meetingId, { displayName: 'Anna' });
      await killAt(/^\/rooms\/files\/recordings/, 'GET', async () => {
        fleet.sandbox.world.setRecording(meetingId, true);
        await expect.poll(() => Object.values(fleet.sandbox.world.state.recordings).length).toBeGreaterThan(round);
        fleet.sandbox.world.setRecording(meetingId, false);
        return undefined;
      });
    }
    ids.push(...Object.keys(fleet.sandbox.world.state.recordings));
    expect(ids).toHaveLength(kills);
    await expect
      .poll(() =>
        query(`select state, summary is not null as has_summary, count(*)::int from recordings group by 1, 2`),
      )
      .toEqual([{ state: 'stored', has_summary: true, count: kills }]);
    for (const id of ids) {
      expect(readFileSync(join(fleet.folder, 'recordings', `${id}.mp4`)).equals(buildFile(id))).toBe(true);
      expect(
        await query(`select what from recording_log where recording_id = $1 and what like 'stored%'`, [id]),
      ).toHaveLength(1);
      const transcriptions = Object.values(fleet.sandbox.world.state.transcriptions).filter(
        ({ recordingId }) => recordingId === id,
      );
      expect(transcriptions).toHaveLength(1);
    }
  });
});
