import { sql } from 'kysely';
import { openAfter, openBefore } from '../lessons/readLessons.js';
import type { School } from '../School.js';

/** How long after a lesson the service's insights are asked, and how long after it they are asked again. */
const insightsAfter = 3 * 60_000;

/** Asks for the jobs that are due, as the rows show. It is called every second, and by each process. */
export async function sendDueJobs({ database, jobs, now }: School): Promise<void> {
  const time = now();
  const rooms = await database
    .selectFrom('lessons')
    .leftJoin('rooms', (join) => join.onRef('rooms.lesson_id', '=', 'lessons.id').on('rooms.deleted_at', 'is', null))
    .select('lessons.id')
    .where((is) => {
      const isWanted = is.and([
        is('cancelled_at', 'is', null),
        is('starts_at', '<=', new Date(time + openBefore)),
        is('lessons.ends_at', '>', new Date(time - openAfter)),
      ]);
      const isThere = is('meeting_id', 'is not', null);
      const isOther = is('rooms.ends_at', '!=', is.ref('lessons.ends_at'));
      return is.or([
        is.and([isWanted, is.or([is('meeting_id', 'is', null), isOther])]),
        is.and([isThere, is.not(isWanted)]),
      ]);
    })
    .execute();
  for (const { id } of rooms) await jobs.send('room', id);

  const recordings = await database
    .selectFrom('recordings')
    .select('id')
    .where('state', '!=', 'deleted')
    .where((is) =>
      is.or([is('state', '!=', 'stored'), is('summary', 'is', null), is('delete_at', '<=', new Date(time))]),
    )
    .execute();
  for (const { id } of recordings) await jobs.send('recording', id);

  const lessons = await database
    .selectFrom('lessons')
    .select('id')
    .where('cancelled_at', 'is', null)
    .where('ends_at', '<=', new Date(time - openAfter - insightsAfter))
    .where('reconciled_at', 'is', null)
    .where(sql<boolean>`exists (select 1 from rooms where rooms.lesson_id = lessons.id)`)
    .execute();
  for (const { id } of lessons) await jobs.send('reconcile', id);
}
