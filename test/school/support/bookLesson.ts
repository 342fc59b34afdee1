import type { Lesson, LessonInput } from '../../../examples/school/shared/api.js';
import type { Browser, TestSchool } from './startTestSchool.js';

/** A lesson that the office books, from now on unless the test says otherwise. */
export async function bookLesson(
  { sandbox }: TestSchool,
  office: Browser,
  input: Partial<LessonInput> = {},
): Promise<Lesson> {
  const now = sandbox.clock.now();
  const json: LessonInput = {
    title: 'Piano',
    startsAt: new Date(now).toISOString(),
    endsAt: new Date(now + 45 * 60_000).toISOString(),
    timeZone: 'Europe/Berlin',
    teacherId: 'anna',
    studentIds: ['mia'],
    observerIds: ['eva'],
    ...input,
  };
  const response = await office('/api/lessons', { method: 'POST', json });
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as Lesson;
}
