import type { Meeting } from '../client/resources/meetingTypes.js';
import type { MetadataKey } from '../metadata/resolveKeys.js';
import { answerFor, fieldsFor } from './buildMeetingAnswer.js';
import { toCreateMeeting } from './checkInput.js';
import type { MeetingSettings } from './checkInput.js';
import type { CreateInput, MeetingAnswer } from '../../room-url/contract.js';
import type { MeetingKeys } from './memoryMeetingKeys.js';
import type { Person } from './authorizePerson.js';
import { createRefusal } from './createRefusal.js';
import { Refusal } from './Refusal.js';
import { patience, refusalOf } from './toRefusal.js';
import type { MeetingsClient } from './toRefusal.js';

/** What an app may want to note of a new meeting. The addresses are secret: keep them on the server. */
export type CreatedMeeting = Pick<
  Meeting,
  'meetingId' | 'roomName' | 'roomUrl' | 'hostRoomUrl' | 'startDate' | 'endDate'
>;

interface DeskOptions {
  readonly whereby: MeetingsClient;
  readonly keys: MeetingKeys;
  readonly metadataKey?: MetadataKey | undefined;
  readonly overrunMinutes?: number | undefined;
  now(): number;
}

interface Asking {
  report(error: unknown): void;
}

interface Creating extends Asking {
  readonly person: Person;
  settings(): Promise<MeetingSettings>;
  created(meeting: CreatedMeeting): Promise<void>;
  /** The same person, asked for again: may they enter this meeting, which they did not create? */
  personOf(meetingId: string): Promise<Person>;
}

/** Meetings of the API, each for one person. Throws `Refusal` with what the browser is told. */
export interface MeetingDesk {
  enter(person: Person, meetingId: string, asking: Asking): Promise<MeetingAnswer>;
  create(input: CreateInput, creating: Creating): Promise<MeetingAnswer>;
  /** For someone who may not create: the meeting of a key, if there is one. */
  enterKept(key: string, asking: Asking & Pick<Creating, 'personOf'>): Promise<MeetingAnswer | undefined>;
  /** Deleting what is gone already is no error. */
  remove(meetingId: string, asking: Asking): Promise<void>;
}

const allFields = ['hostRoomUrl', 'viewerRoomUrl'] as const;

export function createMeetingDesk({ whereby, keys, metadataKey, overrunMinutes = 0, now }: DeskOptions): MeetingDesk {
  const { meetings } = whereby;
  /** Creations on their way, so that two first visitors make one meeting. */
  const flights = new Map<string, Promise<Meeting>>();

  async function call<T>(promise: Promise<T>, { report }: Asking, creating = false): Promise<T> {
    try {
      return await promise;
    } catch (error) {
      const refusal = refusalOf(error, creating);
      // That a meeting is not there is the browser's affair; everything else the server's.
      if (refusal && refusal.code !== 'MEETING_NOT_FOUND') report(error);
      throw refusal ?? error;
    }
  }

  const isOver = ({ endDate }: Meeting) => now() > Date.parse(endDate) + overrunMinutes * 60_000;

  const discard = (meetingId: string, { report }: Asking) => meetings.delete(meetingId, patience).catch(report);

  /** The meeting that is kept for a key, unless it is gone. */
  async function findKept(key: string, asking: Asking): Promise<Meeting | undefined> {
    const meetingId = await keys.find(key);
    if (meetingId === undefined) return undefined;
    try {
      const meeting = await call(meetings.get(meetingId, { fields: allFields }, patience), asking);
      if (!isOver(meeting)) return meeting;
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'MEETING_NOT_FOUND')) throw error;
    }
    await keys.forget(key, meetingId);
    return undefined;
  }

  /** Makes the meeting, unless another process was faster. */
  async function make(input: CreateInput, creating: Creating): Promise<{ meeting: Meeting; made: boolean }> {
    const body = toCreateMeeting(await creating.settings(), input, now());
    const meeting = await call(meetings.create(body, patience), creating, true);
    const { key } = input;
    try {
      if (key !== undefined) {
        const until = new Date(Date.parse(meeting.endDate) + overrunMinutes * 60_000);
        const kept = await keys.keep(key, meeting.meetingId, until);
        if (kept !== meeting.meetingId) {
          await discard(meeting.meetingId, creating);
          return {
            meeting: await call(meetings.get(kept, { fields: allFields }, patience), creating),
            made: false,
          };
        }
      }
      await creating.created(meeting);
    } catch (error) {
      if (error instanceof Refusal) throw error;
      if (key !== undefined) await keys.forget(key, meeting.meetingId).catch(creating.report);
      await discard(meeting.meetingId, creating);
      throw error;
    }
    return { meeting, made: true };
  }

  return {
    async enter(person, meetingId, asking) {
      const meeting = await call(meetings.get(meetingId, { fields: fieldsFor(person) }, patience), asking);
      if (isOver(meeting)) throw createRefusal('MEETING_EXPIRED');
      return answerFor(person, meeting, { ...asking, metadataKey });
    },

    async create(input, creating) {
      const { key } = input;
      let isOwn = false;
      const fly = async () => {
        const found = key === undefined ? undefined : await findKept(key, creating);
        if (found) return found;
        const { meeting, made } = await make(input, creating);
        isOwn = made;
        return meeting;
      };
      let flight = key === undefined ? undefined : flights.get(key);
      if (!flight) {
        flight = fly().finally(() => key !== undefined && flights.delete(key));
        if (key !== undefined) flights.set(key, flight);
      }
      const meeting = await flight;
      const person = isOwn ? creating.person : await creating.personOf(meeting.meetingId);
      return answerFor(person, meeting, { ...creating, metadataKey });
    },

    async enterKept(key, asking) {
      const made = await flights.get(key)?.catch(() => undefined);
      const meetingId = made?.meetingId ?? (await keys.find(key));
      if (meetingId === undefined) return undefined;
      const person = await asking.personOf(meetingId);
      const meeting = await findKept(key, asking);
      return meeting?.meetingId === meetingId ? answerFor(person, meeting, { ...asking, metadataKey }) : undefined;
    },

    async remove(meetingId, asking) {
      try {
        await call(meetings.delete(meetingId, patience), asking);
      } catch (error) {
        if (!(error instanceof Refusal && error.code === 'MEETING_NOT_FOUND')) throw error;
      }
    },
  };
}
