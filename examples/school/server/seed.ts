import type { Person } from '../shared/api.js';
import type { School } from './School.js';

const people: readonly Person[] = [
  { id: 'office', name: 'Nora Office', role: 'office', language: 'en' },
  { id: 'anna', name: 'Anna Berg', role: 'teacher', language: 'de' },
  { id: 'tom', name: 'Tom Hale', role: 'teacher', language: 'en' },
  { id: 'mia', name: 'Mia Lind', role: 'student', language: 'de' },
  { id: 'leo', name: 'Leo Marsh', role: 'student', language: 'en' },
  { id: 'eva', name: 'Eva Lind', role: 'parent', language: 'de' },
];

/** People, and one lesson that begins in five minutes, so that there is something to see. Does nothing if anyone is there. */
export async function seed({ database, jobs, now }: School): Promise<void> {
  const there = await database.selectFrom('people').select('id').executeTakeFirst();
  if (!there)
    await database
      .insertInto('people')
      .values(people)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  const time = now();
  const current = await database
    .selectFrom('lessons')
    .select('id')
    .where('ends_at', '>', new Date(time))
    .executeTakeFirst();
  if (current) return;
  const id = `piano${time.toString(36)}`.slice(0, 16);
  await database
    .insertInto('lessons')
    .values({
      id,
      title: 'Piano',
      starts_at: new Date(time + 5 * 60_000),
      ends_at: new Date(time + 50 * 60_000),
      time_zone: 'Europe/Berlin',
      teacher_id: 'anna',
      cancelled_at: null,
      consent: 'asked',
      keep_recording_days: 30,
      reconciled_at: null,
    })
    .execute();
  await database
    .insertInto('lesson_people')
    .values([
      { lesson_id: id, person_id: 'anna', part: 'teacher' },
      { lesson_id: id, person_id: 'mia', part: 'student' },
      { lesson_id: id, person_id: 'eva', part: 'observer' },
    ])
    .execute();
  await jobs.send('room', id);
}
