import { createServerError } from '../../errors/createServerError.js';
import type { RoomParams } from '../../params/types.js';
import { roles } from '../../room-url/contract.js';
import type { CreateInput, MeetingRole } from '../../room-url/contract.js';
import { createRefusal } from './createRefusal.js';
import { Refusal } from './Refusal.js';

/** What someone asks to do. */
export type RoomsAction =
  | { readonly type: 'create'; readonly key: string | undefined; readonly input: CreateInput }
  /** Get the address of a meeting; `key` is there where it was found by one. */
  | { readonly type: 'enter'; readonly meetingId: string; readonly key: string | undefined }
  | { readonly type: 'delete'; readonly meetingId: string; readonly key: undefined };

/** Whom `authorize` found, and what they are in the meeting. */
export interface Person {
  readonly role: MeetingRole;
  /** What they may do. Entering only, unless said. */
  readonly may?: readonly RoomsAction['type'][] | undefined;
  /** The name others see. */
  readonly displayName?: string | undefined;
  /** Your own identifier for them: it comes back in events and webhooks. */
  readonly externalId?: string | undefined;
  /** Text handed on to events and webhooks; signed where the handler has a `metadataKey`. */
  readonly metadata?: string | undefined;
  /** Any other parameters of the room for this person. */
  readonly params?: Omit<RoomParams, 'displayName' | 'externalId' | 'metadata'> | undefined;
  /** Parameters newer than this version, as they go over the wire. */
  readonly extraParams?: Readonly<Record<string, string>> | undefined;
}

/** Why someone gets nothing: 401 for a person not signed in, 403 for one who may not, 404 to keep it from them. */
export interface Refused {
  readonly refuse: 401 | 403 | 404;
  /** Sent to the browser. */
  readonly message?: string | undefined;
}

export type Authorize = (
  request: Request,
  action: RoomsAction,
) => Person | Refused | null | undefined | Promise<Person | Refused | null | undefined>;

const codes = { 401: 'SIGN_IN_REQUIRED', 403: 'NOT_ALLOWED', 404: 'MEETING_NOT_FOUND' } as const;

/**
 * The person who asks, if they may do it.
 * @throws Refusal; WherebyError `PERSON_INVALID`; whatever `authorize` throws
 */
export async function personFor(authorize: Authorize, request: Request, action: RoomsAction): Promise<Person> {
  const found = (await authorize(request, action)) ?? { refuse: 401 };
  if ('refuse' in found) {
    const code = codes[found.refuse] ?? codes[403];
    throw found.message === undefined ? createRefusal(code) : new Refusal(code, found.message);
  }
  if (!roles.includes(found.role))
    throw createServerError('PERSON_INVALID', {
      problem: `its role is ${JSON.stringify(found.role)}, which is none of ${roles.join(', ')}`,
    });
  if (!(found.may ?? ['enter']).includes(action.type)) throw createRefusal('NOT_ALLOWED');
  return found;
}
