import type { CreateMeeting, Meeting } from '../client/resources/meetingTypes.js';
import type { MeetingsApi, Report } from './createMeetingsApi.js';
import { createRefusal } from './createRefusal.js';
import { createCreateOnce } from './createCreateOnce.js';
import { buildMeetingKey } from './buildMeetingKey.js';
import type { GuardedKeys } from './guardKeys.js';
import { Refusal } from './Refusal.js';
import { roleFields } from './roleFields.js';
import type { RoleField } from './roleFields.js';

/** What an app may want to store about a new meeting. The URLs are secret: keep them on the server. */
export type CreatedMeeting = Pick<
  Meeting,
  'meetingId' | 'roomName' | 'roomUrl' | 'hostRoomUrl' | 'startDate' | 'endDate'
>;

/** How a meeting is created, if one has to be. */
export interface Creation {
  /** Whose meeting it becomes. */
  readonly tenant: string | undefined;
  /** What to create. Called only if there is no meeting yet. */
  buildInput(): Promise<CreateMeeting<RoleField>>;
  /** Called with the new meeting. If it rejects, the meeting is deleted. */
  onCreated(meeting: CreatedMeeting): Promise<void>;
}

/** A meeting, and whether this very request created it. */
export interface FoundOrCreated {
  readonly meeting: Meeting;
  readonly isNew: boolean;
}

/** Every method throws the `Refusal` that the browser may see. */
export interface MeetingService {
  /** @throws Refusal `MEETING_NOT_FOUND` or `MEETING_EXPIRED` */
  get(meetingId: string, fields: readonly RoleField[], report: Report): Promise<Meeting>;
  /** Without a key it always creates a meeting. */
  findOrCreate(key: string | undefined, creation: Creation, report: Report): Promise<FoundOrCreated>;
  /** The id a key leads to, which may be of a meeting that is over; undefined if there is none. Asks no API. */
  findIdByKey(key: string): Promise<string | undefined>;
  /** The meeting a key leads to; undefined if there is none or it is over. */
  findByKey(key: string, report: Report): Promise<Meeting | undefined>;
  /** Whether a meeting was created for a tenant. Asks no API. */
  belongsTo(tenant: string, meetingId: string): Promise<boolean>;
}

export interface MeetingServiceOptions {
  readonly api: MeetingsApi;
  readonly keys: GuardedKeys;
  /** For how many minutes after `endDate` a meeting can be entered. */
  readonly overrunMinutes: number;
  /** Milliseconds since 1970. */
  now(): number;
}

/** How long after its `endDate` a meeting can exist, in milliseconds: the service deletes it within 24 hours. */
const ownedAfterEnd = 25 * 3_600_000;

/**
 * One meeting per key. Whoever comes first with a key, such as `lesson-42`, creates its meeting, and everyone after them
 * gets the same one. It guarantees:
 *
 * 1. Requests that share a key get the same meeting while it lasts, however many come at once, and in however many
 *    processes that share `keys`.
 * 2. A meeting that is over or deleted is not returned: its key is forgotten, and the next request creates another.
 * 3. `onCreated` runs once for a meeting that stays, and before this process returns it to anyone.
 * 4. One request creates at most one meeting, also if the API's answer is lost: see `createCreateOnce`. A creation that fails leaves nothing behind: no meeting, no key, and the next request tries again.
 * 5. A meeting belongs to the tenant it was created for, before anyone can find it by its key.
 *
 * Within a process, requests that come while a meeting is being found or created wait for the same promise in `inFlight`
 * (1). Between processes, each creates a meeting and `keys.keep` decides in one atomic step whose stays; the others
 * delete theirs and return that one (1, 3). Whatever fails after the creation deletes the meeting and its key (4).
 */
export function createMeetingService({ api, keys, overrunMinutes, now }: MeetingServiceOptions): MeetingService {
  const inFlight = new Map<string, Promise<FoundOrCreated>>();

  const findEnd = ({ endDate }: Meeting) => Date.parse(endDate) + overrunMinutes * 60_000;
  const isOver = (meeting: Meeting) => now() > findEnd(meeting);

  /** Deletes a meeting that nobody received. A failure is only reported, so that the request keeps its own outcome. */
  const discard = (meetingId: string, report: Report): Promise<void> =>
    api.delete(meetingId, report).catch((error: unknown) => {
      if (!(error instanceof Refusal)) report(error);
    });

  const once = createCreateOnce({ api, keys, discard, now });

  const discardOthers = (key: string, keptId: string, creation: Creation, report: Report): Promise<void> =>
    once.discardOthers(key, keptId, async () => (await creation.buildInput()).roomNamePrefix ?? '', report);

  async function findByKey(key: string, report: Report): Promise<Meeting | undefined> {
    const meetingId = await keys.find(key);
    if (meetingId === undefined) return undefined;
    const meeting = await api.find(meetingId, roleFields, report);
    if (meeting && !isOver(meeting)) return meeting;
    await keys.forget(key, meetingId);
    return undefined;
  }

  async function create(key: string | undefined, creation: Creation, report: Report): Promise<FoundOrCreated> {
    const { tenant } = creation;
    const meeting = await once.create(await creation.buildInput(), key, report);
    const { meetingId } = meeting;
    let keptId = meetingId;
    try {
      if (tenant !== undefined) {
        const until = new Date(Date.parse(meeting.endDate) + ownedAfterEnd);
        await keys.keep(buildMeetingKey(tenant, meetingId), meetingId, until);
      }
      if (key !== undefined) keptId = await keys.keep(key, meetingId, new Date(findEnd(meeting)));
      if (keptId === meetingId) await creation.onCreated(meeting);
    } catch (error) {
      const forget = async (kept: string | undefined) => kept !== undefined && keys.forget(kept, meetingId);
      await forget(key).catch(report);
      await forget(tenant === undefined ? undefined : buildMeetingKey(tenant, meetingId)).catch(report);
      await discard(meetingId, report);
      throw error;
    }
    // Another process was faster.
    if (keptId !== meetingId) await discard(meetingId, report);
    if (key !== undefined) await discardOthers(key, keptId, creation, report);
    if (keptId === meetingId) return { meeting, isNew: true };
    return { meeting: await api.get(keptId, roleFields, report), isNew: false };
  }

  async function findOrCreateByKey(key: string, creation: Creation, report: Report): Promise<FoundOrCreated> {
    const meeting = await findByKey(key, report);
    if (!meeting) return create(key, creation, report);
    await discardOthers(key, meeting.meetingId, creation, report);
    return { meeting, isNew: false };
  }

  return {
    async get(meetingId, fields, report) {
      const meeting = await api.get(meetingId, fields, report);
      if (isOver(meeting)) throw createRefusal('MEETING_EXPIRED');
      return meeting;
    },

    async findOrCreate(key, creation, report) {
      if (key === undefined) return create(key, creation, report);
      const running = inFlight.get(key);
      if (running) return { ...(await running), isNew: false };
      const own = findOrCreateByKey(key, creation, report).finally(() => inFlight.delete(key));
      inFlight.set(key, own);
      return own;
    },

    async findIdByKey(key) {
      const running = await inFlight.get(key)?.catch(() => undefined);
      return running?.meeting.meetingId ?? keys.find(key);
    },

    findByKey,

    async belongsTo(tenant, meetingId) {
      return (await keys.find(buildMeetingKey(tenant, meetingId))) === meetingId;
    },
  };
}
