import { createRoomsHandler } from 'react-whereby-embed/server';
import type { Authorize, Person as PersonOfRoom, Refused, RoomsHandler } from 'react-whereby-embed/server';
import type { Lesson, Person, RoomRefusalReason } from '../../shared/api.js';
import { openBefore, readLessons } from '../lessons/readLessons.js';
import { buildExternalId } from '../people/externalIds.js';
import { findPerson } from '../people/session.js';
import type { Presets, School } from '../School.js';

const presetOfRole = {
  office: 'recorder',
  teacher: 'teacher',
  student: 'student',
  parent: 'parent',
} as const satisfies Record<Person['role'], keyof Presets>;

/**
 * GET /api/meetings/<lesson's id>: the room URL of the person who asks, for `useRoomUrl`. What the room looks like to them is
 * in presets.json; name, language and signed identity come from here and cannot be chosen in the page.
 */
export function createRoomUrls(school: School): RoomsHandler {
  const { database, whereby, presets, secret, log, now } = school;

  const authorize: Authorize = async (request, action) => {
    if (action.type !== 'enter') return { refuse: 403 };
    const person = await findPerson(school, request);
    if (!person) return { refuse: 401, message: 'Open the link that the office has sent you.' };
    const [lesson] = await readLessons(database, now(), { id: action.meetingId, person });
    if (!lesson) return { refuse: 404, message: 'There is no such lesson for you.' };
    const closed = findClosed(lesson);
    if (closed) return closed;
    const room = await database
      .selectFrom('rooms')
      .select('meeting_id')
      .where('lesson_id', '=', lesson.id)
      .where('deleted_at', 'is', null)
      .executeTakeFirst();
    // A job is making it, and the page asks again.
    if (!room) return refuse(503, 'ROOM_NOT_READY', now() + 1_000);
    return enter(person, lesson, room.meeting_id);
  };

  const enter = (person: Person, lesson: Lesson, meetingId: string): PersonOfRoom => {
    const { role, params } = presets[presetOfRole[person.role]];
    return {
      role,
      meetingId,
      displayName: person.name,
      externalId: buildExternalId(secret, lesson.id, person.id),
      metadata: person.role,
      params: {
        ...params,
        lang: person.language,
        // Nobody records before everyone has agreed.
        ...(lesson.recordingConsent !== 'given' && { recording: false }),
      },
    };
  };

  return createRoomsHandler({
    whereby,
    authorize,
    metadataKey: secret,
    overrunMinutes: 15,
    now,
    onError(error, request, { status }) {
      const lessonId = new URL(request.url).pathname.split('/').at(-1);
      // Nothing is broken if the lesson was moved or ended while the person was on the way in, or the room is being made.
      if (status >= 500 && status !== 503) log.error('room URL', error, { status, lessonId });
      else log.info('refused', { status, lessonId, request: 'room URL', reason: String(error) });
    },
  });
}

/** Why nobody gets into a lesson now. */
function findClosed({ state, startsAt }: Lesson): Refused | undefined {
  if (state === 'booked') return refuse(403, 'LESSON_TOO_EARLY', Date.parse(startsAt) - openBefore);
  if (state === 'cancelled') return refuse(410, 'LESSON_CANCELLED');
  return state === 'over' ? refuse(410, 'LESSON_OVER') : undefined;
}

const refuse = (status: Refused['refuse'], reason: RoomRefusalReason, retryAt?: number): Refused => ({
  refuse: status,
  reason,
  retryAt,
});
