import { createRoomsHandler } from 'react-whereby-embed/server';
import type { Authorize, RequestHandler } from 'react-whereby-embed/server';
import type { Lesson, Person } from '../../shared/api.js';
import { readLessons } from '../lessons/readLessons.js';
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
 * GET /api/meetings/<lesson's id>: the room URL of the person who asks, for `useRoomUrl(lesson.id, …)`. What the room looks
 * like to them is in presets.json; name, language and signed identity come from here and cannot be chosen in the page.
 */
export function createRoomUrls(school: School): RequestHandler {
  const { database, whereby, presets, secret, log, now } = school;

  const authorize: Authorize = async (request, action) => {
    if (action.type !== 'enter') return { refuse: 403 };
    const person = await findPerson(school, request);
    if (!person) return null;
    const room = await database
      .selectFrom('rooms')
      .select('lesson_id')
      .where('meeting_id', '=', action.meetingId)
      .where('deleted_at', 'is', null)
      .executeTakeFirst();
    const [lesson] = room ? await readLessons(database, now(), { id: room.lesson_id, person }) : [];
    if (!lesson || lesson.state !== 'open') return { refuse: 404 };
    const { role, params } = presets[presetOfRole[person.role]];
    return {
      role,
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

  const rooms = createRoomsHandler({
    whereby,
    authorize,
    metadataKey: secret,
    overrunMinutes: 15,
    now,
    onError(error, request, { status }) {
      const lessonId = new URL(request.url).searchParams.get('lesson') ?? undefined;
      if (status >= 500) log.error('room URL', error, { status, lessonId });
      // Nothing is broken: the lesson was moved or ended while the person was on the way in.
      else log.info('refused', { status, lessonId, request: 'room URL', reason: String(error) });
    },
  });

  return async (request) => {
    const url = new URL(request.url);
    const lessonId = url.pathname.split('/').at(-1)!;
    const person = await findPerson(school, request);
    if (!person) return refuse(401, 'SIGN_IN_REQUIRED', 'Open the link that the office has sent you.');
    const [lesson] = await readLessons(database, now(), { id: lessonId, person });
    if (!lesson) {
      log.info('refused', { lessonId, personId: person.id, request: 'room URL' });
      return refuse(404, 'MEETING_NOT_FOUND', 'There is no such lesson for you.');
    }
    const closed = findClosed(lesson);
    if (closed) return closed;
    const room = await database
      .selectFrom('rooms')
      .select('meeting_id')
      .where('lesson_id', '=', lessonId)
      .where('deleted_at', 'is', null)
      .executeTakeFirst();
    // The page asks again: the room is being made.
    if (!room) return refuse(503, 'SERVICE_UNAVAILABLE', 'The room is being prepared.', { 'retry-after': '1' });
    url.pathname = `/api/meetings/${room.meeting_id}`;
    url.searchParams.set('lesson', lessonId);
    return rooms(new Request(url, request));
  };
}

/** Why nobody gets into a lesson now. The page knows the rest from `lesson.state`. */
function findClosed({ state }: Lesson): Response | undefined {
  if (state === 'booked') return refuse(403, 'NOT_ALLOWED', 'LESSON_TOO_EARLY: the room opens fifteen minutes before.');
  if (state === 'cancelled') return refuse(410, 'MEETING_EXPIRED', 'LESSON_CANCELLED: the lesson is cancelled.');
  if (state === 'over') return refuse(410, 'MEETING_EXPIRED', 'LESSON_OVER: the lesson is over.');
  return undefined;
}

const refuse = (status: number, code: string, message: string, headers: Record<string, string> = {}) =>
  Response.json({ error: { code, message } }, { status, headers: { 'cache-control': 'no-store', ...headers } });
