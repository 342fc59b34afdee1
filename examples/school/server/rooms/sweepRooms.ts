import { withLease } from '../operations/withLease.js';
import type { School } from '../School.js';
import { roomPrefix } from './reconcileRoom.js';

/** How old a room must be before it counts as left behind: nobody is about to store it then. */
const grace = 120_000;

/** Deletes the lessons' rooms at the service that no lesson has. Returns how many. */
export async function sweepRooms(school: School, graceMs = grace): Promise<number> {
  const { database, whereby, log, now } = school;
  let deleted = 0;
  await withLease(database, 'sweep', school.leaseSeconds, async () => {
    const startsWith = `/${roomPrefix}`;
    for await (const { meetingId, roomName, startDate } of whereby.meetings.list({ roomName: { startsWith } })) {
      if (!roomName.startsWith(startsWith) || Date.parse(startDate) > now() - graceMs) continue;
      const room = await database
        .selectFrom('rooms')
        .select('lesson_id')
        .where('meeting_id', '=', meetingId)
        .where('deleted_at', 'is', null)
        .executeTakeFirst();
      if (room) continue;
      await whereby.meetings.delete(meetingId);
      log.info('room swept', { lessonId: roomName.split('-')[1], meetingId });
      deleted++;
    }
  });
  return deleted;
}
