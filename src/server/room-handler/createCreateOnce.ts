import type { CreateMeeting, Meeting } from '../client/resources/meetingTypes.js';
import { buildMark } from './buildMark.js';
import type { MeetingsApi, Report } from './createMeetingsApi.js';
import { createRefusal } from './createRefusal.js';
import { markInput } from './markInput.js';
import type { GuardedKeys } from './guardKeys.js';
import { Refusal } from './Refusal.js';
import { roleFields } from './roleFields.js';
import type { RoleField } from './roleFields.js';
import { UnsureCreation } from './UnsureCreation.js';

export interface CreateOnce {
  /** @throws Refusal, `CREATION_UNSURE` among them */
  create(input: CreateMeeting<RoleField>, key: string | undefined, report: Report): Promise<Meeting>;
  /**
   * Deletes what unsure creations have made for a key besides the meeting that it leads to. Asks no API if there were none.
   * A failure is only reported.
   */
  discardOthers(key: string, keptId: string, findPrefix: () => Promise<string>, report: Report): Promise<void>;
}

export interface CreateOnceOptions {
  readonly api: MeetingsApi;
  readonly keys: GuardedKeys;
  /** Deletes a meeting that nobody received. */
  discard(meetingId: string, report: Report): Promise<void>;
  /** Milliseconds since 1970. */
  now(): number;
}

/** For how long the mark of an unsure creation is kept, in milliseconds. */
const keptFor = 3_600_000;

/** How many creations for one key are remembered as unsure. Bounded, because `keys` are the app's. */
const maxMarks = 50;

/**
 * Creates meetings through an API whose answer can be lost, and that knows no idempotency keys. It guarantees:
 *
 * 1. A creation whose answer is lost is looked for before another one is made.
 * 2. While it is unknown whether a meeting was made for a key, none is made. The request is refused as
 *    `SERVICE_UNAVAILABLE`, which pages repeat with the same key. Without a key nothing tells that requests belong together,
 *    so it is refused as `CREATION_UNSURE`, which pages do not repeat.
 * 3. Of several meetings made for one key all but one are deleted, before anyone receives them.
 *
 * How: every creation has a random mark in the name of its room. An unsure one keeps its mark in `keys`, where every process
 * finds it. The next request for the key looks for that mark first (1, 2), creates with the same one, and looks again (3).
 * Several processes may be unsure about one key: each keeps its mark, and the next request that finds the key's meeting
 * deletes what else has those marks (3). If a name has no space for a mark, an unsure creation ends as `CREATION_UNSURE`.
 */
export function createCreateOnce({ api, keys, discard, now }: CreateOnceOptions): CreateOnce {
  /** The first of the meetings with a mark. Deletes the others, which nobody has received. */
  async function findFirst(mark: string, prefix: string, report: Report): Promise<Meeting | undefined> {
    const [first, ...others] = await api.findByMark(mark, prefix, report);
    for (const { meetingId } of others) await discard(meetingId, report);
    return first && api.get(first.meetingId, roleFields, report);
  }

  /** Keeps a mark beside those of other processes. */
  async function keepMark(key: string, mark: string): Promise<void> {
    const until = new Date(now() + keptFor);
    for (let at = 0; at < maxMarks; at++) if ((await keys.keep(buildMarkKey(key, at), mark, until)) === mark) return;
  }

  async function create(input: CreateMeeting<RoleField>, key: string | undefined, report: Report): Promise<Meeting> {
    const earlierMark = key === undefined ? undefined : await keys.find(buildMarkKey(key, 0));
    const mark = earlierMark ?? buildMark();
    const marked = api.canFindByMark ? markInput(input, mark) : undefined;
    const mayExist = marked !== undefined && earlierMark !== undefined;
    const find = (reportFailure = report) => findFirst(mark, input.roomNamePrefix ?? '', reportFailure);

    async function createOrFind(): Promise<Meeting> {
      // If this fails, nothing is created.
      const found = mayExist ? await find() : undefined;
      if (found) return found;
      const created = await api.create(marked ?? input, report);
      // A creation that was on its way the first time may have arrived by now.
      return (mayExist ? await find().catch(() => undefined) : undefined) ?? created;
    }

    try {
      return await createOrFind();
    } catch (error) {
      if (!(error instanceof UnsureCreation)) throw error;
      // Why the creation failed is reported already, and this fails for the same reason.
      const meeting = marked && (await find(() => undefined).catch(() => undefined));
      if (meeting) return meeting;
      if (!marked || key === undefined) throw createRefusal('CREATION_UNSURE');
      await keepMark(key, mark);
      throw error.refusal;
    }
  }

  return {
    create,
    async discardOthers(key, keptId, findPrefix, report) {
      try {
        for (let at = 0; at < maxMarks; at++) {
          const markKey = buildMarkKey(key, at);
          const mark = await keys.find(markKey);
          if (mark === undefined) return;
          for (const { meetingId } of await api.findByMark(mark, await findPrefix(), report))
            if (meetingId !== keptId) await discard(meetingId, report);
          await keys.forget(markKey, mark);
        }
      } catch (error) {
        if (!(error instanceof Refusal)) report(error);
      }
    },
  };
}

/** Where the marks of unsure creations for a key are kept, one after another. */
const buildMarkKey = (key: string, at: number): string => JSON.stringify(at === 0 ? ['mark', key] : ['mark', key, at]);
