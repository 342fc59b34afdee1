import type { MetadataKey } from '../metadata/resolveKeys.js';
import type { Authorize, Person } from './findPerson.js';
import type { MeetingSettings } from './buildCreateMeeting.js';
import type { Choices } from './Choices.js';
import type { CreatedMeeting } from './createMeetingService.js';
import type { MeetingsClient } from './createMeetingsApi.js';
import type { MeetingKeys } from './MeetingKeys.js';

/** Who creates which meeting. */
export interface CreationContext {
  readonly request: Request;
  readonly person: Person;
  /** What the meeting is for, if the page named it. */
  readonly key: string | undefined;
}

export interface RoomsHandlerOptions {
  /** What `createWhereby()` returns. */
  readonly whereby: MeetingsClient;
  /**
   * Returns the person who sent a request, with their role, or null for nobody. Called for every request with what it
   * asks to do, and again with `enter` if a `key` leads to an existing meeting. The request is a copy without its body,
   * which auth libraries can clone; `action.input` has what was in the body.
   */
  readonly authorize: Authorize;
  /** What the server decides about new meetings, such as lock, recording and length. */
  readonly meeting?:
    MeetingSettings | ((context: CreationContext) => MeetingSettings | Promise<MeetingSettings>) | undefined;
  /** What the browser may choose about new meetings. Default: nothing. */
  readonly choose?: Choices | undefined;
  /**
   * Further origins whose pages may send requests, such as `https://app.example.com`. Default: only the server's own.
   */
  readonly origins?: readonly string[] | undefined;
  /** Signs everyone's `metadata`, so that your webhooks can verify whom an event is about. */
  readonly metadataKey?: MetadataKey | undefined;
  /** Remembers the meetings of keys. Default: the memory of this process. */
  readonly keys?: MeetingKeys | undefined;
  /** For how many minutes after `endDate` people can still enter, 0 to 60, because calls take longer. Default 0. */
  readonly overrunMinutes?: number | undefined;
  /** The largest body that is read, in bytes. Default 16,384. */
  readonly maxBodyBytes?: number | undefined;
  /** Called with a new meeting before anyone receives its room URL. If it throws, the meeting is deleted. */
  readonly onCreated?: ((meeting: CreatedMeeting, context: CreationContext) => void | Promise<void>) | undefined;
  /**
   * Called with every error on the server's side, and with every refusal; `status` is that of the response. Default:
   * writes errors of the server (500 and above) to the console each time, and refusals once for each code.
   */
  readonly onError?:
    | ((error: unknown, request: Request, context: { readonly status: number }) => void)
    | ((error: unknown, request: Request, context: { readonly status: number }) => Promise<void>)
    | undefined;
  /** The time in milliseconds since 1970. Default `Date.now`. */
  readonly now?: (() => number) | undefined;
}
