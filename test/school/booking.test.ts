import { afterAll, beforeAll, expect, test } from 'vitest';
import { sweepRooms } from '../../examples/school/server/rooms/sweepRooms.js';
import { bookLesson } from './support/bookLesson.js';
import { startTestSchool } from './support/startTestSchool.js';
import type { Browser, TestSchool } from './support/startTestSchool.js';

const minute = 60_000;

let school: TestSchool;
let office: Browser;

beforeAll(async () => {
  school = await startTestSchool();
  office = await school.signIn('office');
});
afterAll(() => school?.close());

const listRooms = (lessonId: string) =>
  Object.values(school.sandbox.world.state.meetings).filter(
    ({ roomName, deletedAt }) => roomName.startsWith(`/lesson-${lessonId}-`) && deletedAt === null,
  );
const inMinutes = (minutes: number) => new Date(school.sandbox.clock.now() + minutes * minute).toISOString();
const inMinutesAfter = (time: string, minutes: number) => new Date(Date.parse(time) + minutes * minute).toISOString();
const change = (lessonId: string, json: object) => office(`/api/lessons/${lessonId}`, { method: 'PATCH', json });

test('a room is made shortly before its lesson, and deleted after it', async () => {
  const lesson = await bookLesson(school, office, { startsAt: inMinutes(60), endsAt: inMinutes(90) });
  const next = await bookLesson(school, office);
  // The next lesson's room is there, so this one's job has had its turn.
  await expect.poll(() => listRooms(next.id)).toHaveLength(1);
  expect(listRooms(lesson.id)).toEqual([]);
  expect(await (await office(`/api/lessons/${lesson.id}`)).json()).toMatchObject({ state: 'booked' });
  const mia = await school.signIn('mia');
  expect(await (await mia(`/api/meetings/${lesson.id}`)).json()).toMatchObject({
    error: { code: 'NOT_ALLOWED', reason: 'LESSON_TOO_EARLY', retryAt: inMinutesAfter(lesson.startsAt, -15) },
  });
  school.sandbox.world.clock.advance(46 * minute);
  await expect.poll(() => listRooms(lesson.id)).toHaveLength(1);
  school.sandbox.world.clock.advance(60 * minute);
  await expect.poll(() => listRooms(lesson.id)).toEqual([]);
  expect(await (await office(`/api/lessons/${lesson.id}`)).json()).toMatchObject({ state: 'over' });
  const over = await mia(`/api/meetings/${lesson.id}`);
  expect([over.status, await over.json()]).toMatchObject([410, { error: { reason: 'LESSON_OVER' } }]);
});

test('a lesson that is moved has one room, with its new end; far away it has none', async () => {
  const lesson = await bookLesson(school, office);
  await expect.poll(() => listRooms(lesson.id)).toHaveLength(1);
  const endsAt = inMinutes(120);
  expect((await change(lesson.id, { endsAt })).status).toBe(200);
  await expect.poll(() => listRooms(lesson.id).map(({ endDate }) => new Date(endDate).toISOString())).toEqual([endsAt]);
  await change(lesson.id, { startsAt: inMinutes(1_440), endsAt: inMinutes(1_500) });
  await expect.poll(() => listRooms(lesson.id)).toEqual([]);
});

test('a cancelled lesson has no room, and cannot be changed', async () => {
  const lesson = await bookLesson(school, office);
  await expect.poll(() => listRooms(lesson.id)).toHaveLength(1);
  expect((await office(`/api/lessons/${lesson.id}`, { method: 'DELETE' })).status).toBe(204);
  await expect.poll(() => listRooms(lesson.id)).toEqual([]);
  expect((await change(lesson.id, { title: 'Cello' })).status).toBe(409);
  const refused = await (await school.signIn('mia'))(`/api/meetings/${lesson.id}`);
  expect([refused.status, await refused.json()]).toMatchObject([410, { error: { reason: 'LESSON_CANCELLED' } }]);
});

test('the sweep deletes what no lesson has, and leaves what is new, stored, or not the school’s', async () => {
  const lesson = await bookLesson(school, office, { endsAt: inMinutes(300) });
  await expect.poll(() => listRooms(lesson.id)).toHaveLength(1);
  const { world } = school.sandbox;
  const make = (roomNamePrefix: string) =>
    world.createMeeting({ endDate: world.clock.now() + 300 * minute, roomNamePrefix });
  const left = make('lesson-gone-');
  const other = make('choir-');
  world.clock.advance(5 * minute);
  const young = make('lesson-young-');
  await sweepRooms(school.school);
  const isThere = (meetingId: string) => world.state.meetings[meetingId]?.deletedAt === null;
  expect([left, other, young].map(({ meetingId }) => isThere(meetingId))).toEqual([false, true, true]);
  expect(listRooms(lesson.id)).toHaveLength(1);
});

test.each([
  [{ endsAt: '2020-01-01T00:00:00Z' }, 'A lesson ends after it starts.'],
  [{ startsAt: '2020-01-01T00:00:00Z', endsAt: '2020-01-01T01:00:00Z' }, 'The lesson would be over already.'],
  [{ studentIds: ['anna'] }, 'Somebody is in the lesson twice.'],
  [{ studentIds: ['tom'] }, 'Tom cannot be the student.'],
  [{ studentIds: ['nobody'] }, 'Nobody has the id nobody.'],
])('a lesson with %j is refused by a sentence', async (input, sentence) => {
  await expect(bookLesson(school, office, input)).rejects.toThrow(sentence);
});
