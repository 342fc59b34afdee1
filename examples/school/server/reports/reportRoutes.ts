import { Hono } from 'hono';
import type { TeacherHours, Timeline } from '../../shared/api.js';
import { fail } from '../fail.js';
import { readLessons } from '../lessons/readLessons.js';
import type { SchoolContext } from '../people/session.js';
import type { School } from '../School.js';
import { buildMonthCsv } from './buildMonthCsv.js';
import { summarizeLesson } from './summarizeLesson.js';

/** GET /api/lessons/:id/timeline, /api/reports/month.csv and /api/reports/hours. */
export function reportRoutes(school: School): Hono<SchoolContext> {
  const { database, now } = school;
  const app = new Hono<SchoolContext>();

  app.get('/lessons/:id/timeline', async (context) => {
    const person = context.get('person');
    const [lesson] = await readLessons(database, now(), { id: context.req.param('id'), person });
    // A lesson's record is for those who answer for it.
    if (!lesson || !['office', 'teacher'].includes(person.role))
      return fail(context, 404, 'NOT_FOUND', 'There is no such lesson for you.');
    const events = await database
      .selectFrom('lesson_events')
      .selectAll()
      .where('lesson_id', '=', lesson.id)
      .orderBy('at')
      .orderBy('id')
      .execute();
    const timeline: Timeline = {
      ...(await summarizeLesson(school, lesson)),
      events: events.map(({ id, type, at, person_id, body }) => ({
        id,
        type,
        at: at.toISOString(),
        personId: person_id,
        name: readName(body),
      })),
    };
    return context.json(timeline);
  });

  app.use('/reports/*', async (context, next) =>
    context.get('person').role === 'office'
      ? next()
      : fail(context, 403, 'NOT_ALLOWED', 'Only the office sees reports.'),
  );

  const readMonth = async (month: string | undefined) => {
    const [, year, number] = /^(20\d\d)-(0[1-9]|1[0-2])$/.exec(month ?? '') ?? [];
    if (!year) return undefined;
    // A month of the calendar where the lesson was booked, which may begin half a day earlier or later than in UTC.
    const from = new Date(Date.UTC(Number(year), Number(number) - 1, 0));
    const to = new Date(Date.UTC(Number(year), Number(number), 2));
    const lessons = await readLessons(database, now(), { from, to });
    return lessons.filter(({ startsAt, timeZone }) => getDay(startsAt, timeZone).startsWith(month!));
  };
  const noMonth = 'Name the month, as in ?month=2026-11.';

  app.get('/reports/month.csv', async (context) => {
    const month = context.req.query('month');
    const lessons = await readMonth(month);
    if (!lessons) return fail(context, 400, 'INPUT_INVALID', noMonth);
    return context.text(await buildMonthCsv(school, lessons), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="lessons-${month}.csv"`,
    });
  });

  app.get('/reports/hours', async (context) => {
    const lessons = await readMonth(context.req.query('month'));
    if (!lessons) return fail(context, 400, 'INPUT_INVALID', noMonth);
    const minutes = new Map<string, { name: string; minutes: number }>();
    for (const lesson of lessons) {
      const { id, name } = lesson.teacher;
      const sum = minutes.get(id) ?? { name, minutes: 0 };
      for (const stay of (await summarizeLesson(school, lesson)).stays)
        if (stay.personId === id) sum.minutes += stay.minutes;
      minutes.set(id, sum);
    }
    const hours: TeacherHours[] = [...minutes]
      .map(([teacherId, sum]) => ({ teacherId, name: sum.name, hours: Math.round((sum.minutes / 60) * 100) / 100 }))
      .sort((one, other) => one.name.localeCompare(other.name));
    return context.json(hours);
  });
  return app;
}

const getDay = (time: string, timeZone: string) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(new Date(time));

function readName(body: string): string | null {
  const { data } = JSON.parse(body) as { data: { displayName?: string } };
  return data.displayName ?? null;
}
