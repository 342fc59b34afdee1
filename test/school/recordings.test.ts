import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';
import { expect, onTestFinished, test } from 'vitest';
import type { RecordingLogEntry, SchoolRecording } from '../../examples/school/shared/api.js';
import { bookLesson } from './support/bookLesson.js';
import { startTestSchool } from './support/startTestSchool.js';
import type { Browser, TestSchool, TestSchoolOptions } from './support/startTestSchool.js';

const day = 86_400_000;

async function start(options: TestSchoolOptions = {}) {
  const school = await startTestSchool(options);
  onTestFinished(() => school.close());
  return { school, office: await school.signIn('office') };
}

/** A lesson that was recorded; everybody gave the same answer to the question for it. */
async function record(school: TestSchool, office: Browser, given = true): Promise<string> {
  const lesson = await bookLesson(school, office, { keepRecordingDays: 3 });
  for (const person of ['anna', 'mia', 'eva'])
    await (
      await school.signIn(person)
    )(`/api/lessons/${lesson.id}/consent`, { method: 'POST', json: { given } });
  const find = () =>
    school.school.database
      .selectFrom('rooms')
      .select('meeting_id')
      .where('lesson_id', '=', lesson.id)
      .executeTakeFirst();
  await expect.poll(find).toBeDefined();
  const { meeting_id: meetingId } = (await find())!;
  const { world } = school.sandbox;
  world.join(meetingId, { displayName: 'Anna' });
  world.setRecording(meetingId, true);
  await expect.poll(() => Object.keys(world.state.recordings)).toHaveLength(1);
  world.setRecording(meetingId, false);
  return Object.keys(world.state.recordings)[0]!;
}

const readRecordings = async (office: Browser) => (await (await office('/api/recordings')).json()) as SchoolRecording[];
const readLog = async (office: Browser) =>
  ((await (await office('/api/recordings/log')).json()) as RecordingLogEntry[]).map(({ what }) => what);

test('a recording is stored with transcript and summary, kept for the days of the lesson, and deleted at the service and here', async () => {
  const { school, office } = await start();
  const id = await record(school, office);
  await expect.poll(() => readRecordings(office)).toMatchObject([{ id, state: 'stored', summary: expect.any(String) }]);
  const [recording] = await readRecordings(office);
  expect(recording!.transcript).toContain('sandbox stand-in for transcriptions');
  expect(Date.parse(recording!.deleteAt!) - Date.parse(recording!.storedAt!)).toBe(3 * day);
  const file = await office(`/api/recordings/${id}/file`);
  expect(await file.text()).toContain(id);
  school.sandbox.world.clock.advance(3 * day + 1_000);
  await expect.poll(() => readRecordings(office)).toMatchObject([{ id, state: 'deleted' }]);
  expect((await office(`/api/recordings/${id}/file`)).status).toBe(404);
  expect(existsSync(join(school.folder, 'recordings', `${id}.mp4`))).toBe(false);
  const { recordings, transcriptions, summaries } = school.sandbox.world.state;
  for (const each of [...Object.values(recordings), ...Object.values(transcriptions), ...Object.values(summaries)])
    expect(each.deletedAt).not.toBeNull();
  expect(await readLog(office)).toEqual([expect.stringMatching(/^stored, \d+ bytes$/), 'deleted after 3 days']);
});

test('a recording that somebody did not agree to is deleted before it is downloaded', async () => {
  const { school, office } = await start();
  const id = await record(school, office, false);
  await expect.poll(() => readRecordings(office)).toMatchObject([{ id, state: 'deleted', size: 0 }]);
  expect(school.sandbox.world.state.recordings[id]!.deletedAt).not.toBeNull();
  expect(await readLog(office)).toEqual(['deleted, because not everyone has agreed']);
});

test('the office deletes a recording: the log says who', async () => {
  const { school, office } = await start();
  const id = await record(school, office);
  await expect.poll(() => readRecordings(office)).toMatchObject([{ state: 'stored', summary: expect.any(String) }]);
  expect((await office(`/api/recordings/${id}`, { method: 'DELETE' })).status).toBe(204);
  expect((await office(`/api/recordings/${id}`, { method: 'DELETE' })).status).toBe(204);
  expect((await readLog(office)).slice(1)).toEqual(['deleted by Nora']);
});

test('a link that has expired is asked for again', async () => {
  const { school, office } = await start();
  school.sandbox.faults.add({ path: '/rooms/files/recordings', status: 403, times: 1 });
  await record(school, office);
  await expect.poll(() => readRecordings(office)).toMatchObject([{ state: 'stored' }]);
  expect((await readLog(office))[0]).toBe('asked for another link');
});

test('recordings are kept in a bucket of S3, with a real server that speaks it', async () => {
  const directory = mkdtempSync(join(tmpdir(), 's3-'));
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory,
    configureBuckets: [{ name: 'school' }],
  });
  const { port } = await server.run();
  onTestFinished(async () => {
    await server.close();
    rmSync(directory, { recursive: true, force: true });
  });
  const { school, office } = await start({
    s3: {
      bucket: 'school',
      region: 'us-east-1',
      endpoint: `http://127.0.0.1:${port}`,
      accessKeyId: 'S3RVER',
      secretAccessKey: 'S3RVER',
    },
  });
  const id = await record(school, office);
  await expect.poll(() => readRecordings(office)).toMatchObject([{ state: 'stored', summary: expect.any(String) }]);
  expect(await (await office(`/api/recordings/${id}/file`)).text()).toContain(id);
  school.sandbox.world.clock.advance(4 * day);
  await expect.poll(() => readRecordings(office)).toMatchObject([{ state: 'deleted' }]);
  expect(existsSync(join(directory, 'school', `${id}.mp4._S3rver_object`))).toBe(false);
});
