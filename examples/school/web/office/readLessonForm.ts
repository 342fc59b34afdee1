import type { LessonInput } from '../../shared/api.js';
import { fromZonedTime } from '../time/zonedTime.js';

/** What the office has entered, as the server takes it. */
export function readLessonForm(form: FormData): LessonInput {
  const read = (name: string) => String(form.get(name) ?? '');
  const timeZone = read('timeZone');
  const startsAt = fromZonedTime(read('starts'), timeZone);
  return {
    title: read('title').trim(),
    startsAt,
    endsAt: new Date(Date.parse(startsAt) + Number(read('minutes')) * 60_000).toISOString(),
    timeZone,
    teacherId: read('teacher'),
    studentIds: form.getAll('student').map(String),
    observerIds: form.getAll('observer').map(String),
    askToRecord: form.has('record'),
    keepRecordingDays: Number(read('keepDays')),
  };
}
