import { identifyAttendees, summarizeAttendance } from 'react-whereby-embed/server';
import type { AttendanceSummary, InsightRow } from 'react-whereby-embed/server';
import type { Lesson, Person, Stay } from '../../shared/api.js';
import { readExternalId } from '../people/externalIds.js';
import type { School } from '../School.js';

export interface LessonSummary {
  readonly stays: readonly Stay[];
  /** Whether the service's insights are part of it. */
  readonly isReconciled: boolean;
}

/**
 * Who was in a lesson, and how long. Until the service's insights arrive it follows from the webhooks; from then on the insights
 * decide how long, because a webhook can be lost. Who somebody was follows from what this server signed, in both.
 */
export async function summarizeLesson({ database, secret, now }: School, lesson: Lesson): Promise<LessonSummary> {
  const rows = await database
    .selectFrom('lesson_events')
    .select(['type', 'body'])
    .where('lesson_id', '=', lesson.id)
    .orderBy('at')
    .orderBy('id')
    .execute();
  const insights = await database
    .selectFrom('insights')
    .select('body')
    .where('lesson_id', '=', lesson.id)
    .orderBy('joined_at')
    .execute();
  const events = rows.map(({ body }) => body);
  const participants = insights.map(({ body }) => JSON.parse(body) as InsightRow);
  const signed = await identifyAttendees(events, { key: secret });
  const identities = new Map<string, string>();
  for (const [participantId, externalId] of signed) {
    const personId = readExternalId(secret, lesson.id, externalId);
    if (personId) identities.set(participantId, personId);
  }
  // Others in the room can see an `externalId` and copy it, so it counts only for whom a webhook said nothing.
  const announced = new Set(rows.filter(({ type }) => type === 'room.client.joined').map(readParticipantId));
  for (const { participantId, externalId } of participants) {
    if (announced.has(participantId)) continue;
    const personId = externalId && readExternalId(secret, lesson.id, externalId);
    if (personId) identities.set(participantId, personId);
  }
  const isReconciled = participants.length > 0;
  const summary = summarizeAttendance(isReconciled ? [] : events, {
    now: now(),
    startDate: lesson.startsAt,
    endDate: lesson.endsAt,
    identities,
    insights: participants,
  });
  return { stays: listStays(summary, lesson), isReconciled };
}

const readParticipantId = ({ body }: { readonly body: string }) =>
  (JSON.parse(body) as { data: { participantId?: string } }).data.participantId;

function listStays(summary: AttendanceSummary, lesson: Lesson): Stay[] {
  const people = new Map<string, Person>(
    [lesson.teacher, ...lesson.students, ...lesson.observers].map((person) => [person.id, person]),
  );
  return summary.people
    .flatMap((attendee) => {
      const person = attendee.identifiedBy === 'metadata' ? people.get(attendee.id) : undefined;
      const about = person
        ? { personId: person.id, name: person.name, role: person.role }
        : { personId: null, name: attendee.displayName, role: 'unknown' as const };
      return attendee.stays.map(({ from, to }): Stay => ({
        ...about,
        from,
        to,
        // As the service bills: each stay rounded up.
        minutes: from && to ? Math.ceil((Date.parse(to) - Date.parse(from)) / 60_000) : 0,
      }));
    })
    .sort((one, other) => compare(one.from, other.from) || compare(one.name, other.name) || compare(one.to, other.to));
}

const compare = (one: string | null, other: string | null): number =>
  (one ?? '') < (other ?? '') ? -1 : (one ?? '') > (other ?? '') ? 1 : 0;
