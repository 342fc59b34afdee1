import { findOrCreateMeeting } from 'react-whereby-embed/server';
import { openAfter, openBefore } from '../lessons/readLessons.js';
import { withLease } from '../operations/withLease.js';
import type { School } from '../School.js';

/** Rooms of lessons are named `lesson-<lesson's id>-<what the service adds>`. */
export const roomPrefix = 'lesson-';

/**
 * Makes the room of a lesson what it should be, whatever there is now: created once, shortly before it is needed; again
 * with another end if the lesson was moved; deleted when the lesson is cancelled or over.
 *
 * It may die at any point and be called again:
 *
 * 1. One process at a time works on a lesson (lease), and an index allows one room for each lesson.
 * 2. A room that was created and not stored is found by its name, which begins with the lesson's id, and taken.
 * 3. A room is marked as deleted after the service has deleted it; deleting again does no harm.
 * 4. What is left all the same (a request that was on its way while its process died) is deleted by sweepRooms.
 */
export async function reconcileRoom(school: School, lessonId: string): Promise<void> {
  await withLease(school.database, `room ${lessonId}`, school.leaseSeconds, async () => {
    const { database } = school;
    const lesson = await database.selectFrom('lessons').selectAll().where('id', '=', lessonId).executeTakeFirst();
    if (!lesson) return;
    const room = await database
      .selectFrom('rooms')
      .selectAll()
      .where('lesson_id', '=', lessonId)
      .where('deleted_at', 'is', null)
      .executeTakeFirst();
    const now = school.now();
    const isWanted =
      !lesson.cancelled_at &&
      now >= lesson.starts_at.getTime() - openBefore &&
      now < lesson.ends_at.getTime() + openAfter;
    const isRight = room?.ends_at.getTime() === lesson.ends_at.getTime();
    if (room && !(isWanted && isRight)) await deleteRoom(school, room.meeting_id, lessonId);
    if (isWanted && !(room && isRight)) await createRoom(school, lessonId, lesson.ends_at);
  });
}

async function createRoom(school: School, lessonId: string, endsAt: Date): Promise<void> {
  const { database, whereby, log } = school;
  const { meeting } = await findOrCreateMeeting({
    whereby,
    input: {
      // The service refuses an end that is past, and people are let in until `openAfter`.
      endDate: new Date(Math.max(endsAt.getTime(), school.now() + 60_000)),
      isLocked: true,
      roomMode: 'group',
      roomNamePrefix: `${roomPrefix}${lessonId}-`,
      recording: { type: 'cloud', destination: { provider: 'whereby', fileFormat: 'mp4' }, startTrigger: 'none' },
    },
    // Not one that was stored: that was for another time, or is about to be deleted.
    isRight: async ({ meetingId, endDate }) =>
      Date.parse(endDate) >= endsAt.getTime() && !(await isStored(school, meetingId)),
  });
  const { meetingId, roomName } = meeting;
  const stored = await database
    .insertInto('rooms')
    .values({ meeting_id: meetingId, lesson_id: lessonId, room_name: roomName, ends_at: endsAt, deleted_at: null })
    .onConflict((conflict) => conflict.doNothing())
    .returning('meeting_id')
    .executeTakeFirst();
  if (stored) {
    log.info('room created', { lessonId, meetingId });
    return;
  }
  // The lease was lost, and another process has stored its room.
  if (!(await isStored(school, meetingId))) await whereby.meetings.delete(meetingId);
}

const isStored = async ({ database }: School, meetingId: string): Promise<boolean> =>
  (await database.selectFrom('rooms').select('meeting_id').where('meeting_id', '=', meetingId).executeTakeFirst()) !==
  undefined;

export async function deleteRoom(school: School, meetingId: string, lessonId: string): Promise<void> {
  await school.whereby.meetings.delete(meetingId);
  await school.database
    .updateTable('rooms')
    .set({ deleted_at: new Date(school.now()) })
    .where('meeting_id', '=', meetingId)
    .where('deleted_at', 'is', null)
    .execute();
  school.log.info('room deleted', { lessonId, meetingId });
}
