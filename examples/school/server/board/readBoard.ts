import type { Board, BoardPerson, Lesson } from '../../shared/api.js';
import { readLessons } from '../lessons/readLessons.js';
import type { School } from '../School.js';

const minute = 60_000;
const missingAfter = 5 * minute;

interface EventRow {
  readonly lesson_id: string;
  readonly type: string;
  readonly at: Date;
  readonly person_id: string | null;
  readonly body: string;
}

/** Who is where: the lessons that are open, with what their webhooks said. */
export async function readBoard({ database, now }: School): Promise<Board> {
  const time = now();
  const day = 24 * 60 * minute;
  const near = await readLessons(database, time, { from: new Date(time - day), to: new Date(time + day) });
  const open = near.filter(({ state }) => state === 'open');
  if (!open.length) return { lessons: [] };
  const events = await database
    .selectFrom('lesson_events')
    .select(['lesson_id', 'type', 'at', 'person_id', 'body'])
    .where(
      'lesson_id',
      'in',
      open.map(({ id }) => id),
    )
    .where('type', 'like', 'room.client.%')
    // Of events of one moment, `left` is the later one.
    .orderBy('at')
    .orderBy('type')
    .execute();
  const hands = await database
    .selectFrom('hands')
    .selectAll()
    .where(
      'lesson_id',
      'in',
      open.map(({ id }) => id),
    )
    .execute();
  return {
    lessons: open.map((lesson) => ({
      id: lesson.id,
      title: lesson.title,
      startsAt: lesson.startsAt,
      people: listPeople(
        lesson,
        events.filter(({ lesson_id }) => lesson_id === lesson.id),
        hands.filter(({ lesson_id }) => lesson_id === lesson.id),
        time,
      ),
    })),
  };
}

interface HandRow {
  readonly person_id: string;
  readonly raised_at: Date;
}

interface Place {
  readonly personId: string | null;
  readonly name: string;
  since?: string;
  isKnocking: boolean;
}

function listPeople(
  lesson: Lesson,
  events: readonly EventRow[],
  hands: readonly HandRow[],
  time: number,
): BoardPerson[] {
  const places = new Map<string, Place>();
  const knownAs = new Map<string, string>();
  for (const { type, at, person_id, body } of events) {
    const { data } = JSON.parse(body) as { data: { participantId?: string; displayName?: string; roleName?: string } };
    const participant = data.participantId ?? data.displayName ?? '';
    // The recorder is a machine.
    if (['recorder', 'streamer', 'captioner', 'assistant'].includes(data.roleName ?? '')) continue;
    if (person_id) knownAs.set(participant, person_id);
    const place = places.get(participant) ?? {
      personId: knownAs.get(participant) ?? null,
      name: data.displayName ?? '',
      isKnocking: false,
    };
    places.set(participant, place);
    if (type === 'room.client.knocked') place.isKnocking = true;
    else place.isKnocking = false;
    if (type === 'room.client.joined') place.since = at.toISOString();
    if (type === 'room.client.left') delete place.since;
  }
  const all = [...places.values()];
  const isLate = time >= Date.parse(lesson.startsAt) + missingAfter;
  const booked = [lesson.teacher, ...lesson.students, ...lesson.observers].map(({ id, name, role }): BoardPerson => {
    const own = all.filter(({ personId }) => personId === id);
    const since = own.flatMap((place) => place.since ?? []).sort()[0];
    const isPresent = since !== undefined;
    return {
      id,
      name,
      role,
      present: isPresent,
      ...(isPresent && { since }),
      knocking: !isPresent && own.some(({ isKnocking }) => isKnocking),
      missing: isLate && role !== 'parent' && !isPresent,
      handRaised: isPresent && hands.some((hand) => hand.person_id === id && hand.raised_at >= new Date(since)),
    };
  });
  const strangers = all
    .filter(({ personId, since, isKnocking }) => personId === null && (since || isKnocking))
    .map(({ name, since, isKnocking }): BoardPerson => ({
      id: null,
      name,
      role: 'unknown',
      present: since !== undefined,
      ...(since && { since }),
      knocking: isKnocking,
      missing: false,
      handRaised: false,
    }));
  return [...booked, ...strangers];
}
