import type { Lesson, LessonState, Person } from '../../shared/api.js';
import type { Database } from '../database/tables.js';

const minute = 60_000;

/** How long before its start a lesson has a room, and how long after its end. */
export const openBefore = 15 * minute;
export const openAfter = 15 * minute;

export interface LessonTimes {
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly cancelled_at: Date | null;
}

export function getState({ starts_at, ends_at, cancelled_at }: LessonTimes, now: number): LessonState {
  if (cancelled_at) return 'cancelled';
  if (now < starts_at.getTime() - openBefore) return 'booked';
  return now < ends_at.getTime() + openAfter ? 'open' : 'over';
}

export interface LessonFilter {
  readonly id?: string | undefined;
  /** Only lessons of this person; everybody's for the office. */
  readonly person?: Person | undefined;
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
}

/** Lessons with their people, by start. */
export async function readLessons(database: Database, now: number, filter: LessonFilter = {}): Promise<Lesson[]> {
  const { id, person, from, to } = filter;
  let query = database.selectFrom('lessons').selectAll().orderBy('starts_at').orderBy('id');
  if (id !== undefined) query = query.where('id', '=', id);
  if (from) query = query.where('starts_at', '>=', from);
  if (to) query = query.where('starts_at', '<', to);
  if (person && person.role !== 'office')
    query = query.where('id', 'in', (is) =>
      is.selectFrom('lesson_people').select('lesson_id').where('person_id', '=', person.id),
    );
  const rows = await query.execute();
  if (!rows.length) return [];
  const people = await database
    .selectFrom('lesson_people')
    .innerJoin('people', 'people.id', 'lesson_people.person_id')
    .select(['lesson_id', 'part', 'people.id', 'name', 'role', 'language'])
    .where(
      'lesson_id',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('people.id')
    .execute();
  return rows.map((row) => {
    const find = (part: string): Person[] =>
      people
        .filter((each) => each.lesson_id === row.id && each.part === part)
        .map(({ id: personId, name, role, language }) => ({ id: personId, name, role, language }));
    return {
      id: row.id,
      title: row.title,
      startsAt: row.starts_at.toISOString(),
      endsAt: row.ends_at.toISOString(),
      timeZone: row.time_zone,
      teacher: find('teacher')[0]!,
      students: find('student'),
      observers: find('observer'),
      state: getState(row, now),
      recordingConsent: row.consent,
      keepRecordingDays: row.keep_recording_days,
    };
  });
}
