import type { ParticipantInsights } from 'react-whereby-embed/server';
import { withLease } from '../operations/withLease.js';
import type { School } from '../School.js';

/**
 * Takes what the service's insights say of a lesson. Insights lag behind, so a lesson counts as reconciled once its last session
 * has ended there; a lesson without a session once it has been over for an hour.
 */
export async function reconcileLesson(school: School, lessonId: string): Promise<void> {
  const { database, whereby, log, now } = school;
  await withLease(database, `reconcile ${lessonId}`, school.leaseSeconds, async () => {
    const lesson = await database
      .selectFrom('lessons')
      .select(['ends_at', 'reconciled_at'])
      .where('id', '=', lessonId)
      .executeTakeFirst();
    if (!lesson || lesson.reconciled_at) return;
    const rooms = await database.selectFrom('rooms').select('room_name').where('lesson_id', '=', lessonId).execute();
    const found: ParticipantInsights[] = [];
    let isComplete = true;
    for (const { room_name: roomName } of rooms)
      for await (const { roomSessionId, endedAt } of whereby.insights.roomSessions({ roomName })) {
        isComplete &&= endedAt !== null;
        for await (const row of whereby.insights.participants({ roomSessionId })) {
          isComplete &&= row.leftAt !== null;
          found.push(row);
        }
      }
    const isLate = now() > lesson.ends_at.getTime() + 75 * 60_000;
    if (!isLate && !(isComplete && found.length)) return;
    await database.transaction().execute(async (step) => {
      for (const row of found)
        await step
          .insertInto('insights')
          .values({
            lesson_id: lessonId,
            participant_id: row.participantId,
            joined_at: new Date(row.joinedAt),
            body: JSON.stringify(row),
          })
          .onConflict((conflict) =>
            conflict.columns(['lesson_id', 'participant_id', 'joined_at']).doUpdateSet({ body: JSON.stringify(row) }),
          )
          .execute();
      await step
        .updateTable('lessons')
        .set({ reconciled_at: new Date(now()) })
        .where('id', '=', lessonId)
        .execute();
    });
    log.info('lesson reconciled', { lessonId, rows: found.length });
  });
}
