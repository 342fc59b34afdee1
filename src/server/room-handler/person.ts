import { WherebyError } from '../../errors/WherebyError.js';
import type { RoomParams } from '../../params/types.js';
import { roles } from '../../room-url/contract.js';
import type { CreateInput, MeetingRole } from '../../room-url/contract.js';
import { Refusal } from './refusal.js';

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

const refusals = {
  401: ['SIGN_IN_REQUIRED', 'Sign in to take part.'],
  403: ['NOT_ALLOWED', 'You may not do this.'],
  404: ['MEETING_NOT_FOUND', 'There is no such meeting.'],
} as const;

/**
 * The person who asks, if they may do it.
 * @throws Refusal; WherebyError `PERSON_INVALID`; whatever `authorize` throws
 */
export async function personFor(authorize: Authorize, request: Request, action: RoomsAction): Promise<Person> {
  const found = (await authorize(request, action)) ?? { refuse: 401 };
  if ('refuse' in found) {
    const [code, message] = refusals[found.refuse] ?? refusals[403];
    throw new Refusal(code, found.message ?? message);
  }
  if (!roles.includes(found.role))
    throw new WherebyError(
      'PERSON_INVALID',
      `authorize answered the role ${JSON.stringify(found.role)}. Answer ${roles.join(', ')}, or null for nobody.`,
    );
  if (!(found.may ?? ['enter']).includes(action.type)) throw new Refusal(...refusals[403]);
  return found;
}
