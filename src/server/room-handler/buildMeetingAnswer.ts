import { createServerError } from '../../errors/createServerError.js';
import { buildRoomUrl } from '../buildRoomUrl.js';
import { createServerParamsError } from '../createServerParamsError.js';
import { checkParams } from '../../params/checkParams.js';
import { parseRoomUrl } from '../../params/parseRoomUrl.js';
import type { RoomParams } from '../../params/types.js';
import type { Meeting } from '../client/resources/meetingTypes.js';
import type { MetadataKey } from '../metadata/resolveKeys.js';
import { signMetadata } from '../metadata/signMetadata.js';
import type { MeetingAnswer } from '../../room-url/contract.js';
import type { Person } from './authorizePerson.js';

export interface AnswerOptions {
  readonly metadataKey?: MetadataKey | undefined;
  /** Told of what was left out of the address. */
  report(error: unknown): void;
}

/** An hour after the end the room is closed, and no event comes any more. */
const closedAfter = 60 * 60_000;

const fieldOf = { host: 'hostRoomUrl', visitor: 'roomUrl', viewer: 'viewerRoomUrl' } as const;

/** Which extra field of a meeting a role needs. */
export const fieldsFor = ({ role }: Person) => (role === 'visitor' ? [] : [fieldOf[role]]);

async function metadataFor(
  { externalId, metadata }: Person,
  { meetingId, roomName, endDate }: Meeting,
  { metadataKey: key, report }: AnswerOptions,
): Promise<string | undefined> {
  if (!key) return metadata;
  try {
    if (externalId)
      return await signMetadata({
        key,
        externalId,
        meetingId,
        roomName,
        expiresAt: Date.parse(endDate) + closedAfter,
        value: metadata,
      });
    if (metadata !== undefined)
      throw createServerError('PERSON_INVALID', { problem: 'it has `metadata` to sign but no `externalId`' });
  } catch (error) {
    report(error);
  }
  return undefined;
}

/**
 * The one address of a person's role, with their parameters in it. A parameter the room would refuse is left out
 * and reported: it keeps nobody out of a meeting.
 */
export async function answerFor(person: Person, meeting: Meeting, options: AnswerOptions): Promise<MeetingAnswer> {
  const { role, displayName, externalId, extraParams } = person;
  const room = meeting[fieldOf[role]];
  // A visitor's address never has a key, the others always have one: anything else would hand out the wrong role.
  if (!room || parseRoomUrl(room).hasRoomKey !== (role !== 'visitor'))
    throw createServerError('SERVICE_REFUSED', {}, { cause: new Error(`The API returned no room URL for a ${role}.`) });

  const metadata = await metadataFor(person, meeting, options);
  const params: RoomParams = { ...person.params, displayName, externalId, metadata };
  const issues = checkParams(params, { room, extraParams }).filter(({ severity }) => severity === 'error');
  if (issues.length) options.report(createServerParamsError(issues));
  const isGood = ([name]: readonly [string, unknown]) => !issues.some(({ param }) => param === name);
  const url = buildRoomUrl(room, Object.fromEntries(Object.entries(params).filter(isGood)) as RoomParams, {
    extraParams: Object.fromEntries(Object.entries(extraParams ?? {}).filter(isGood)),
  });
  const { meetingId, startDate, endDate } = meeting;
  return { url, meetingId, role, startDate, endDate };
}
