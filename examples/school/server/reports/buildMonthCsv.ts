import { rowsToCsv } from 'react-whereby-embed/server';
import type { CsvCell } from 'react-whereby-embed/server';
import type { Lesson } from '../../shared/api.js';
import type { School } from '../School.js';
import { summarizeLesson } from './summarizeLesson.js';

const head = ['lesson', 'title', 'date', 'teacher', 'person', 'personId', 'role', 'from', 'to', 'minutes'];

/** A row for each stay of a month's lessons, with times in the zone of the lesson. */
export async function buildMonthCsv(school: School, lessons: readonly Lesson[]): Promise<string> {
  const rows: CsvCell[][] = [];
  for (const lesson of lessons) {
    const { stays } = await summarizeLesson(school, lesson);
    const format = createFormat(lesson.timeZone);
    for (const { personId, name, role, from, to, minutes } of stays)
      rows.push([
        lesson.id,
        lesson.title,
        format(lesson.startsAt).slice(0, 10),
        lesson.teacher.name,
        name,
        personId,
        role,
        from && format(from),
        to && format(to),
        minutes,
      ]);
  }
  return rowsToCsv([head, ...rows]);
}

/** `2026-11-30 16:00:00` in a zone: Swedish writes times so. */
function createFormat(timeZone: string): (time: string) => string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  return (time) => format.format(new Date(time));
}
