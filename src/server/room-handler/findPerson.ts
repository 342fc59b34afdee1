import { createServerError } from '../../errors/createServerError.js';
import type { RoomParams } from '../../params/types.js';
import { meetingRoles } from '../../room-url/contract.js';
import type { CreateInput, MeetingRole } from '../../room-url/contract.js';
import { isObject } from '../isObject.js';
import { callInTime } from '../callInTime.js';
import { isInSeconds } from '../stored-events/isInSeconds.js';
import { readTime } from '../stored-events/readTime.js';
import { createRefusal } from './createRefusal.js';
import { Refusal } from './Refusal.js';

/** What a request asks to do. */
export type RoomsAction =
  | { readonly type: 'create'; readonly key: string | undefined; readonly input: CreateInput }
  /** Receive the room URL of a meeting. `key` is set if the meeting was found by one. */
  | { readonly type: 'enter'; readonly meetingId: string; readonly key: string | undefined }
  | { readonly type: 'delete'; readonly meetingId: string; readonly key: undefined };

/** The person who sent a request, and their role in the meeting. */
export interface Person {
  readonly role: MeetingRole;
  /**
   * Whose meetings they may see: the customer, school or account they belong to. Every tenant has keys of its own, and a person
   * enters and deletes only meetings that were created by someone of the same tenant; any other is `MEETING_NOT_FOUND`.
   * Return it for every person and every action, or for none.
   */
  readonly tenant?: string;
  /**
   * The meeting that they enter or delete, if the page asks with an id of your own, such as a lesson's: `action.meetingId` is that
   * id then. `tenant` is not compared with a meeting that your server names. Not read when a meeting is created.
   * @see `docs/backend.md#ids-of-your-own`
   */
  readonly meetingId?: string;
  /** What they may do. Default: only `enter`. */
  readonly may?: readonly RoomsAction['type'][] | undefined;
  /** The name others see. */
  readonly displayName?: string | undefined;
  /** Your own identifier of the person. Events and webhooks contain it. */
  readonly externalId?: string | undefined;
  /** Text that events and webhooks contain. Signed if the handler has a `metadataKey`. */
  readonly metadata?: string | undefined;
  /** Any other parameters of the room for this person. */
  readonly params?: Omit<RoomParams, 'displayName' | 'externalId' | 'metadata'> | undefined;
  /** Parameters newer than this version, by their names in the URL. */
  readonly extraParams?: Readonly<Record<string, string>> | undefined;
}

/**
 * Why a request is refused: 401 if not signed in, 403 if not allowed, 404 to hide that the meeting exists, 410 if it is over, 503
 * if your server is still creating it, after which the page asks again by itself. All of it is sent to the browser.
 */
export interface Refused {
  readonly refuse: 401 | 403 | 404 | 410 | 503;
  readonly message?: string | undefined;
  /** A code of your own, such as `TOO_EARLY`: the page has it as `error.refusal.reason`. */
  readonly reason?: string | undefined;
  /**
   * When asking again may help, such as when the doors open: a `Date`, an ISO 8601 string, or milliseconds since 1970. `useRoomUrl`
   * asks again then, and has it as `error.refusal.retryAt`.
   */
  readonly retryAt?: Date | string | number | undefined;
}

/** Null, undefined and false are the same as `{ refuse: 401 }`. */
type Found = Person | Refused | Response | null | undefined | false;

/**
 * A response, as helpers of auth libraries return or throw it, refuses as its status says; a redirection, which leads to a
 * page for signing in, is 401.
 */
export type Authorize = (request: Request, action: RoomsAction) => Found | Promise<Found>;

const codes = {
  401: 'SIGN_IN_REQUIRED',
  403: 'NOT_ALLOWED',
  404: 'MEETING_NOT_FOUND',
  410: 'MEETING_EXPIRED',
  503: 'MEETING_NOT_READY',
} as const;

const actionTypes: readonly unknown[] = ['create', 'enter', 'delete'] satisfies RoomsAction['type'][];

/**
 * The person who sent a request.
 * @throws Refusal; WherebyError `PERSON_INVALID` or `FUNCTION_LATE`; whatever else `authorize` throws
 */
export async function findPerson(authorize: Authorize, request: Request, action: RoomsAction): Promise<Person> {
  const found = await callAuthorize(authorize, request, action);
  const refused = findRefused(found);
  const problem = refused ? findRefusedProblem(refused) : findPersonProblem(found);
  if (problem) throw createServerError('PERSON_INVALID', { problem });
  if (!refused) return found as Person;
  throw buildRefusal(refused);
}

function buildRefusal({ refuse, message, reason, retryAt: given }: Refused): Refusal {
  const code = codes[refuse];
  const options = { reason, retryAt: given === undefined ? undefined : toDate(given) };
  return message === undefined ? createRefusal(code, {}, options) : new Refusal(code, message, options);
}

/** What `authorize` returned, or the response that it threw. */
async function callAuthorize(authorize: Authorize, request: Request, action: RoomsAction): Promise<unknown> {
  try {
    return await callInTime('authorize', () => authorize(request, action));
  } catch (thrown) {
    if (isResponse(thrown)) return thrown;
    throw thrown;
  }
}

/** By its tag: frameworks and test runners have classes of their own. */
const isResponse = (value: unknown): value is Response =>
  isObject(value) && Object.prototype.toString.call(value) === '[object Response]';

function findRefused(found: unknown): Refused | undefined {
  if (found === null || found === undefined || found === false) return { refuse: 401 };
  if (isResponse(found)) {
    const { status, type } = found;
    const isRedirection = type === 'opaqueredirect' || (status >= 300 && status < 400);
    if (isRedirection) return { refuse: 401 };
    // 503 is most often of the auth library itself, which says nothing of the meeting.
    return status in codes && status !== 503 ? { refuse: status as Refused['refuse'] } : undefined;
  }
  return isObject(found) && 'refuse' in found ? (found as unknown as Refused) : undefined;
}

function findRefusedProblem({ refuse, message, reason, retryAt }: Refused): string | undefined {
  if (!Object.hasOwn(codes, refuse)) return `its \`refuse\` is none of ${Object.keys(codes).join(', ')}`;
  if (message !== undefined && typeof message !== 'string') return 'its `message` is not a text';
  if (reason !== undefined && (typeof reason !== 'string' || reason === ''))
    return 'its `reason` is not a text, or empty';
  if (retryAt === undefined) return undefined;
  if (isInSeconds(retryAt)) return 'its `retryAt` is in seconds, and must be in milliseconds';
  return Number.isNaN(toDate(retryAt).getTime()) ? 'its `retryAt` is no time' : undefined;
}

const toDate = (time: NonNullable<Refused['retryAt']>): Date => new Date(readTime(time));

/** What keeps a value from being a person, as the end of a sentence. It may hold secrets, so it is described by its type. */
function findPersonProblem(found: unknown): string | undefined {
  if (isResponse(found)) return `it is a response with status ${found.status}`;
  if (Array.isArray(found)) return 'it is a list';
  if (!isObject(found)) return `it is ${typeof found === 'string' ? 'a text' : String(found)}`;
  const { role, may = [] } = found;
  if (!(meetingRoles as readonly unknown[]).includes(role))
    return `its role is ${JSON.stringify(role)}, which is none of ${meetingRoles.join(', ')}`;
  if (!Array.isArray(may)) return 'its `may` is not a list';
  const unknownAction = may.find((one) => !actionTypes.includes(one));
  if (unknownAction !== undefined)
    return `its \`may\` has ${JSON.stringify(unknownAction)}, which is none of ${actionTypes.join(', ')}`;
  // A missing tenant must not open every tenant's meetings, nor a missing meeting the one that the page has named.
  const unusable = ['tenant', 'meetingId'].find(
    (name) => name in found && (typeof found[name] !== 'string' || found[name] === ''),
  );
  return unusable && `its \`${unusable}\` is not a text, or empty`;
}

/** Whether a person may do what a request asks, as far as `may` says. */
export const isAllowed = ({ may = ['enter'] }: Person, { type }: Pick<RoomsAction, 'type'>): boolean =>
  may.includes(type);
