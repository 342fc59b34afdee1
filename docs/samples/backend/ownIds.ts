import { createRoomsHandler, createWhereby } from 'react-whereby-embed/server';

interface Lesson {
  readonly startsAt: Date;
  readonly isCancelled: boolean;
  /** Of the meeting that a job of yours has created. */
  readonly meetingId: string | null;
}

/** Your own session, and your own tables. */
declare function findUser(request: Request): Promise<{ id: string } | undefined>;
declare function findLessonOf(userId: string, lessonId: string): Promise<Lesson | undefined>;

export const rooms = createRoomsHandler({
  whereby: createWhereby(),
  async authorize(request, action) {
    if (action.type !== 'enter') return { refuse: 403 };
    const user = await findUser(request);
    if (!user) return null;
    // The page asks with the lesson's id: useRoomUrl({ meetingId: lesson.id })
    const lesson = await findLessonOf(user.id, action.meetingId);
    if (!lesson) return { refuse: 404 };
    if (lesson.isCancelled) return { refuse: 410, reason: 'CANCELLED' };
    const doorsOpen = new Date(lesson.startsAt.getTime() - 10 * 60_000);
    if (new Date() < doorsOpen) return { refuse: 403, reason: 'TOO_EARLY', retryAt: doorsOpen };
    if (!lesson.meetingId) return { refuse: 503 };
    return { role: 'visitor', externalId: user.id, meetingId: lesson.meetingId };
  },
});
