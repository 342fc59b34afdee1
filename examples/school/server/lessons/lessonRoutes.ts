import { randomInt } from 'node:crypto';
import { Hono } from 'hono';
import type { Context } from 'hono';
import * as v from 'valibot';
import type { Database } from '../database/tables.js';
import { fail } from '../fail.js';
import type { SchoolContext } from '../people/session.js';
import type { School } from '../School.js';
import { describeIssue, findTimeProblem, lessonChange, newLesson } from './LessonInput.js';
import { readLessons } from './readLessons.js';

const feedback = v.strictObject({
  rating: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)),
  text: v.pipe(v.string(), v.maxLength(2_000, 'takes at most 2000 characters')),
});
const consent = v.strictObject({ given: v.boolean() });
const hand = v.strictObject({ raised: v.boolean() });

const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789';

/** Short, because the name of the lesson's room begins with it. */
const createId = (): string => Array.from({ length: 10 }, () => alphabet[randomInt(alphabet.length)]).join('');

/** Books, moves and cancels lessons. The room follows by a job: see rooms/reconcileRoom.ts. */
export function lessonRoutes(school: School): Hono<SchoolContext> {
  const { database, jobs, log, now } = school;
  const app = new Hono<SchoolContext>();

  const isOffice = (context: Context<SchoolContext>) => context.get('person').role === 'office';
  const notOffice = (context: Context<SchoolContext>) => {
    log.info('refused', { personId: context.get('person').id, request: `${context.req.method} ${context.req.path}` });
    return fail(context, 403, 'NOT_ALLOWED', 'Only the office may do this.');
  };
  const notFound = (context: Context) => fail(context, 404, 'NOT_FOUND', 'There is no such lesson for you.');
  const find = async (context: Context<SchoolContext>) =>
    (await readLessons(database, now(), { id: context.req.param('id'), person: context.get('person') }))[0];
  const readBody = (context: Context) => context.req.json<unknown>().catch(() => undefined);

  app.get('/people', async (context) =>
    isOffice(context)
      ? context.json(await database.selectFrom('people').selectAll().orderBy('role').orderBy('name').execute())
      : notOffice(context),
  );

  app.get('/lessons', async (context) =>
    context.json(await readLessons(database, now(), { person: context.get('person') })),
  );

  app.get('/lessons/:id', async (context) => {
    const lesson = await find(context);
    return lesson ? context.json(lesson) : notFound(context);
  });

  app.post('/lessons', async (context) => {
    if (!isOffice(context)) return notOffice(context);
    const { success, output, issues } = v.safeParse(newLesson, await readBody(context));
    if (!success) return fail(context, 400, 'INPUT_INVALID', describeIssue(issues));
    const { startsAt, endsAt, teacherId, studentIds, observerIds } = output;
    const people = { teacherId, studentIds, observerIds };
    const problem =
      findTimeProblem(startsAt, endsAt) ??
      (endsAt.getTime() <= now() ? 'The lesson would be over already.' : undefined) ??
      (await findPeopleProblem(database, people));
    if (problem) return fail(context, 400, 'INPUT_INVALID', problem);
    const id = createId();
    await database.transaction().execute(async (step) => {
      await step
        .insertInto('lessons')
        .values({
          id,
          title: output.title,
          starts_at: startsAt,
          ends_at: endsAt,
          time_zone: output.timeZone,
          teacher_id: teacherId,
          cancelled_at: null,
          consent: output.askToRecord ? 'asked' : 'none',
          keep_recording_days: output.keepRecordingDays,
          reconciled_at: null,
        })
        .execute();
      await writePeople(step, id, people);
    });
    log.info('lesson booked', { lessonId: id });
    await jobs.send('room', id);
    return context.json((await readLessons(database, now(), { id }))[0], 201);
  });

  app.patch('/lessons/:id', async (context) => {
    if (!isOffice(context)) return notOffice(context);
    const lesson = await find(context);
    if (!lesson) return notFound(context);
    if (lesson.state === 'cancelled' || lesson.state === 'over')
      return fail(
        context,
        409,
        lesson.state === 'over' ? 'LESSON_OVER' : 'LESSON_CANCELLED',
        `The lesson is ${lesson.state}. Book another one.`,
      );
    const { success, output, issues } = v.safeParse(lessonChange, await readBody(context));
    if (!success) return fail(context, 400, 'INPUT_INVALID', describeIssue(issues));
    const startsAt = output.startsAt ?? new Date(lesson.startsAt);
    const endsAt = output.endsAt ?? new Date(lesson.endsAt);
    const people = {
      teacherId: output.teacherId ?? lesson.teacher.id,
      studentIds: output.studentIds ?? lesson.students.map(({ id }) => id),
      observerIds: output.observerIds ?? lesson.observers.map(({ id }) => id),
    };
    const problem = findTimeProblem(startsAt, endsAt) ?? (await findPeopleProblem(database, people));
    if (problem) return fail(context, 400, 'INPUT_INVALID', problem);
    await database.transaction().execute(async (step) => {
      await step
        .updateTable('lessons')
        .set({
          title: output.title ?? lesson.title,
          starts_at: startsAt,
          ends_at: endsAt,
          time_zone: output.timeZone ?? lesson.timeZone,
          teacher_id: people.teacherId,
          keep_recording_days: output.keepRecordingDays ?? lesson.keepRecordingDays,
          ...(output.askToRecord !== undefined && { consent: output.askToRecord ? 'asked' : 'none' }),
        })
        .where('id', '=', lesson.id)
        .execute();
      await step.deleteFrom('lesson_people').where('lesson_id', '=', lesson.id).execute();
      await writePeople(step, lesson.id, people);
      // Somebody new has not agreed to a recording yet.
      if (output.studentIds || output.observerIds || output.teacherId) await settleConsent(step, lesson.id);
    });
    log.info('lesson changed', { lessonId: lesson.id });
    await jobs.send('room', lesson.id);
    return context.json(await find(context));
  });

  app.delete('/lessons/:id', async (context) => {
    if (!isOffice(context)) return notOffice(context);
    const lesson = await find(context);
    if (!lesson) return notFound(context);
    await database
      .updateTable('lessons')
      .set({ cancelled_at: new Date(now()) })
      .where('id', '=', lesson.id)
      .where('cancelled_at', 'is', null)
      .execute();
    log.info('lesson cancelled', { lessonId: lesson.id });
    await jobs.send('room', lesson.id);
    return context.body(null, 204);
  });

  app.post('/lessons/:id/consent', async (context) => {
    const lesson = await find(context);
    const { id: person_id } = context.get('person');
    if (!lesson || isOffice(context)) return notFound(context);
    const { success, output, issues } = v.safeParse(consent, await readBody(context));
    if (!success) return fail(context, 400, 'INPUT_INVALID', describeIssue(issues));
    const row = { given: output.given, at: new Date(now()) };
    await database.transaction().execute(async (step) => {
      await step
        .insertInto('consents')
        .values({ lesson_id: lesson.id, person_id, ...row })
        .onConflict((conflict) => conflict.columns(['lesson_id', 'person_id']).doUpdateSet(row))
        .execute();
      await settleConsent(step, lesson.id);
    });
    return context.json(await find(context));
  });

  app.post('/lessons/:id/hand', async (context) => {
    const lesson = await find(context);
    const { id: person_id } = context.get('person');
    if (!lesson || isOffice(context)) return notFound(context);
    const { success, output, issues } = v.safeParse(hand, await readBody(context));
    if (!success) return fail(context, 400, 'INPUT_INVALID', describeIssue(issues));
    const row = { raised_at: new Date(now()) };
    if (output.raised)
      await database
        .insertInto('hands')
        .values({ lesson_id: lesson.id, person_id, ...row })
        .onConflict((conflict) => conflict.columns(['lesson_id', 'person_id']).doUpdateSet(row))
        .execute();
    else
      await database
        .deleteFrom('hands')
        .where('lesson_id', '=', lesson.id)
        .where('person_id', '=', person_id)
        .execute();
    return context.body(null, 204);
  });

  app.post('/lessons/:id/feedback', async (context) => {
    const lesson = await find(context);
    const { id: person_id } = context.get('person');
    if (!lesson) return notFound(context);
    const { success, output, issues } = v.safeParse(feedback, await readBody(context));
    if (!success) return fail(context, 400, 'INPUT_INVALID', describeIssue(issues));
    const row = { ...output, at: new Date(now()) };
    await database
      .insertInto('feedback')
      .values({ lesson_id: lesson.id, person_id, ...row })
      .onConflict((conflict) => conflict.columns(['lesson_id', 'person_id']).doUpdateSet(row))
      .execute();
    return context.body(null, 204);
  });
  return app;
}

interface LessonPeople {
  readonly teacherId: string;
  readonly studentIds: readonly string[];
  readonly observerIds: readonly string[];
}

const listPeople = ({ teacherId, studentIds, observerIds }: LessonPeople) => [
  { person_id: teacherId, part: 'teacher' as const },
  ...studentIds.map((person_id) => ({ person_id, part: 'student' as const })),
  ...observerIds.map((person_id) => ({ person_id, part: 'observer' as const })),
];

const rolesOfParts = { teacher: ['teacher'], student: ['student'], observer: ['parent'] } as const;

async function findPeopleProblem(database: Database, people: LessonPeople): Promise<string | undefined> {
  const listed = listPeople(people);
  const ids = listed.map(({ person_id }) => person_id);
  if (new Set(ids).size !== ids.length) return 'Somebody is in the lesson twice.';
  const found = await database.selectFrom('people').selectAll().where('id', 'in', ids).execute();
  for (const { person_id, part } of listed) {
    const person = found.find(({ id }) => id === person_id);
    if (!person) return `Nobody has the id ${person_id}.`;
    if (!rolesOfParts[part].some((role) => role === person.role)) return `${person.name} cannot be the ${part}.`;
  }
  return undefined;
}

const writePeople = (database: Database, lesson_id: string, people: LessonPeople) =>
  database
    .insertInto('lesson_people')
    .values(listPeople(people).map((each) => ({ lesson_id, ...each })))
    .execute();

/** A lesson may be recorded once everyone in it has agreed, and never if one has refused. */
async function settleConsent(database: Database, lessonId: string): Promise<void> {
  const answers = await database
    .selectFrom('lesson_people')
    .leftJoin('consents', (join) =>
      join
        .onRef('consents.lesson_id', '=', 'lesson_people.lesson_id')
        .onRef('consents.person_id', '=', 'lesson_people.person_id'),
    )
    .select('given')
    .where('lesson_people.lesson_id', '=', lessonId)
    .execute();
  const consent = answers.some(({ given }) => given === false)
    ? 'refused'
    : answers.every(({ given }) => given === true)
      ? 'given'
      : 'asked';
  await database
    .updateTable('lessons')
    .set({ consent })
    .where('id', '=', lessonId)
    .where('consent', '!=', 'none')
    .execute();
}
