import { createServerError } from '../../errors/createServerError.js';
import type { RoomParams } from '../../params/types.js';
import { meetingRoles } from '../../room-url/contract.js';
import type { CreateInput, MeetingRole } from '../../room-url/contract.js';
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

/** Why a request is refused: 401 if not signed in, 403 if not allowed, 404 to hide that the meeting exists. */
export interface Refused {
  readonly refuse: 401 | 403 | 404;
  /** Sent to the browser. */
  readonly message?: string | undefined;
}

/** Null and undefined are the same as `{ refuse: 401 }`. */
export type Authorize = (
  request: Request,
  action: RoomsAction,
) => Person | Refused | null | undefined | Promise<Person | Refused | null | undefined>;

const codes = { 401: 'SIGN_IN_REQUIRED', 403: 'NOT_ALLOWED', 404: 'MEETING_NOT_FOUND' } as const;

/**
 * The person who sent a request.
 * @throws Refusal; WherebyError `PERSON_INVALID`; whatever `authorize` throws
 */
export async function findPerson(authorize: Authorize, request: Request, action: RoomsAction): Promise<Person> {
  const found = (await authorize(request, action)) ?? { refuse: 401 };
  if ('refuse' in found) {
    const code = codes[found.refuse] ?? codes[403];
    throw found.message === undefined ? createRefusal(code) : new Refusal(code, found.message);
  }
  if (!meetingRoles.includes(found.role))
    throw createServerError('PERSON_INVALID', {
      problem: `its role is ${JSON.stringify(found.role)}, which is none of ${meetingRoles.join(', ')}`,
    });
  // A missing tenant must not open every tenant's meetings.
  if ('tenant' in found && (typeof found.tenant !== 'string' || found.tenant === ''))
    throw createServerError('PERSON_INVALID', { problem: 'its `tenant` is not a text, or empty' });
  return found;
}

/** Whether a person may do what a request asks, as far as `may` says. */
export const isAllowed = ({ may = ['enter'] }: Person, { type }: Pick<RoomsAction, 'type'>): boolean =>
  may.includes(type);
