import { createServerError } from '../../errors/createServerError.js';
import type { Issue } from '../../errors/WherebyError.js';
import { applyChanges } from '../../params/applyChanges.js';
import { collectChanges } from '../../params/collectChanges.js';
import { parseRoomUrl } from '../../params/parseRoomUrl.js';
import { requireRoomAddress } from '../../params/roomAddress.js';
import type { RoomParams } from '../../params/types.js';
import type { MeetingAnswer } from '../../room-url/contract.js';
import { createServerParamsError } from '../createServerParamsError.js';
import type { Meeting } from '../client/resources/meetingTypes.js';
import type { MetadataKey } from '../metadata/resolveKeys.js';
import { signMetadata } from '../metadata/signMetadata.js';
import type { Person } from './findPerson.js';
import { fieldOfRole } from './roleFields.js';

export interface AnswerOptions {
  readonly metadataKey?: MetadataKey | undefined;
  /** Milliseconds since 1970. */
  now(): number;
  /** Called with what was left out of the room URL, and what was converted for it. */
  report(error: unknown): void;
}

/**
 * What a person receives of a meeting: the room URL of their role, with their parameters in it. A parameter that the
 * room would not accept is left out and reported, so that it keeps nobody out of a meeting.
 * @throws WherebyError `SERVICE_REFUSED` if the API returned no room URL of that role
 */
export async function buildMeetingAnswer(
  person: Person,
  meeting: Meeting,
  options: AnswerOptions,
): Promise<MeetingAnswer> {
  const { role, displayName, externalId, extraParams } = person;
  const room = meeting[fieldOfRole[role]];
  // A visitor's URL has no key and the others have one. Anything else would give the wrong role.
  if (!room || parseRoomUrl(room).hasRoomKey !== (role !== 'visitor'))
    throw createServerError('SERVICE_REFUSED', {}, { cause: new Error(`The API returned no room URL for a ${role}.`) });

  const metadata = await buildMetadata(person, meeting, options);
  const params: RoomParams = { ...person.params, displayName, externalId, metadata };
  const issues: Issue[] = [];
  const url = applyChanges(requireRoomAddress(room), collectChanges(params, extraParams, issues));
  if (issues.length > 0) options.report(createServerParamsError(issues));
  const { meetingId, startDate, endDate } = meeting;
  return { url, meetingId, role, startDate, endDate };
}

/** An hour after its end a room is closed and sends no more events. */
const closedAfter = 60 * 60_000;

/** The person's metadata, signed if the handler has a key. What cannot be signed is reported and left out. */
async function buildMetadata(
  { externalId, metadata }: Person,
  { meetingId, roomName, endDate }: Meeting,
  { metadataKey: key, now, report }: AnswerOptions,
): Promise<string | undefined> {
  if (!key) return metadata;
  try {
    if (externalId)
      return await signMetadata({
        key,
        // A number of a database, as the room URL has it.
        externalId: String(externalId),
        meetingId,
        roomName,
        expiresAt: Date.parse(endDate) + closedAfter,
        value: metadata,
        now,
      });
    if (metadata !== undefined)
      throw createServerError('PERSON_INVALID', { problem: 'it has `metadata` to sign but no `externalId`' });
  } catch (error) {
    report(error);
  }
  return undefined;
}
