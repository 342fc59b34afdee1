import { createRoomsHandler } from 'react-whereby-embed/server';
import type { MeetingsClient, Person, RoomsHandler } from 'react-whereby-embed/server';

export interface Enrolled {
  readonly userId: string;
  readonly name: string;
  readonly as: 'teacher' | 'student' | 'observer';
  /** The person's language in the app. */
  readonly language: 'en' | 'de' | 'fr';
}

/** The role of each kind of person, and what the room looks like to them. */
const people: Readonly<Record<Enrolled['as'], Person>> = {
  teacher: { role: 'host', may: ['create', 'enter', 'delete'], params: { autoSpotlight: true, breakout: true } },
  student: { role: 'visitor', may: ['create', 'enter'], params: { screenshare: false, locking: false, people: false } },
  observer: { role: 'viewer', params: { chat: false, leaveButton: false } },
};

export interface LessonsOptions {
  readonly whereby: MeetingsClient;
  /** The person who sent a request, if they take part in the lesson. */
  findEnrolled(request: Request, lesson: string): Promise<Enrolled | undefined>;
  /** The lesson of each meeting id. */
  readonly meetings: Map<string, string>;
}

/**
 * One lesson, three kinds of people, three room URLs. The pages ask with `{ create: { key: lesson } }`: the first
 * teacher or student creates the meeting, and everyone gets the room URL of their role.
 */
export const createLessonsHandler = ({ whereby, findEnrolled, meetings }: LessonsOptions): RoomsHandler =>
  createRoomsHandler({
    whereby,
    meeting: { roomMode: 'group', roomNamePrefix: 'lesson-', minutes: 90 },
    overrunMinutes: 15,
    async authorize(request, action) {
      const lesson = action.type === 'create' ? action.key : meetings.get(action.meetingId);
      const enrolled = lesson && (await findEnrolled(request, lesson));
      if (!enrolled) return { refuse: 404 };
      const { userId: externalId, name: displayName, language: lang } = enrolled;
      const person = people[enrolled.as];
      return { ...person, externalId, displayName, params: { ...person.params, lang } };
    },
    onCreated: ({ meetingId }, { key }) => void meetings.set(meetingId, key!),
  });
