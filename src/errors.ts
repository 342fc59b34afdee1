/**
 * Every code a `WherebyError` can carry. Codes are API, texts are not.
 *
 * The first sentence says what happened, `@cause` why, `@cure` what to do; `npm run generate` makes
 * the troubleshooting page from them.
 */
export interface WherebyErrorCodes {
  /**
   * No room address was given.
   * @cause `room` is undefined, null or empty, usually because it is still being fetched.
   * @cure Render the component once the address is known, or give it the result of `useRoomUrl`.
   */
  ROOM_MISSING: 'ROOM_MISSING';
  /**
   * The room address cannot be read.
   * @cause `room` is a bare room name, is not an absolute https address, holds a user name, or names no room.
   * @cure Pass the whole `roomUrl` or `hostRoomUrl` that was answered when the meeting was created.
   */
  ROOM_INVALID: 'ROOM_INVALID';
  /**
   * The host of the room address is not one that may be framed.
   * @cause The frame is given camera and microphone, so only `https://<subdomain>.whereby.com` is framed.
   * @cure Correct the address, or name your own host in `allowedHosts`.
   */
  ROOM_HOST_REFUSED: 'ROOM_HOST_REFUSED';
  /**
   * One or more room parameters have a value the room would refuse.
   * @cause See `error.issues`: each names its parameter and what is wrong with the value.
   * @cure Correct the values. `WherebyEmbed` leaves them out and goes on; `buildRoomUrl` throws.
   */
  PARAMS_INVALID: 'PARAMS_INVALID';
  /**
   * The page's Content-Security-Policy keeps the room from being framed.
   * @cause `frame-src` (or `child-src`, `default-src`) of the page does not list the room's origin.
   * @cure Add the origin named in the message to the `frame-src` directive.
   */
  FRAME_BLOCKED: 'FRAME_BLOCKED';
  /**
   * The room did not report that it is ready in time.
   * @cause The network, an extension or a firewall blocks the room; the room does not exist; or the page's origin is missing from the account's allowed domains.
   * @cure Open the room address in a tab of its own; add the origin to the allowed domains; or raise `readyTimeout`.
   */
  READY_TIMEOUT: 'READY_TIMEOUT';
  /**
   * The page is not a secure context, so no browser grants it camera or microphone.
   * @cause The page was loaded over plain http from a host other than localhost.
   * @cure Serve the page over https.
   */
  INSECURE_CONTEXT: 'INSECURE_CONTEXT';
  /**
   * The page's Permissions-Policy denies a device the room needs.
   * @cause The page (or a page that frames it) was served with a Permissions-Policy that denies camera or microphone.
   * @cure Allow the device for the page and the room's origin in that header.
   */
  PERMISSIONS_POLICY: 'PERMISSIONS_POLICY';
  /**
   * A command was sent and the room did not confirm it in time.
   * @cause The page's origin is missing from the account's allowed domains (the room then ignores commands without a word), the role may not do it, or the person did not answer a prompt.
   * @cure Add the origin to the allowed domains in the dashboard; check that the participant is in the room and has the role.
   */
  COMMAND_TIMEOUT: 'COMMAND_TIMEOUT';
  /**
   * A command was given an argument it does not take.
   * @cause For example a string where the command takes true or false.
   * @cure Pass what the command's type says, or nothing.
   */
  COMMAND_INVALID: 'COMMAND_INVALID';
  /**
   * A command was dropped because the frame went away before the room confirmed it.
   * @cause The component was unmounted, reloaded or given another room.
   * @cure Nothing, unless the command still matters: then send it again.
   */
  COMMAND_CANCELLED: 'COMMAND_CANCELLED';
  // The live meeting in React, and its fake for tests.
  /**
   * A hook or component for the live meeting has no `MeetingProvider` above it.
   * @cause `useMeeting`, `useMeetingControl` or `MeetingOutlet` is rendered outside of `MeetingProvider`.
   * @cure Put `MeetingProvider` around the part of the app that has to do with the meeting.
   */
  PROVIDER_MISSING: 'PROVIDER_MISSING';
  /**
   * The fake room of the tests was used for something that no real room says or takes.
   * @cause A test emits an event the protocol does not have (or with another payload), or the app sends such a command.
   * @cure Correct the name or the payload; the tables of events and commands have all of them.
   */
  FAKE_ROOM_REFUSED: 'FAKE_ROOM_REFUSED';
}

export type WherebyErrorCode = keyof WherebyErrorCodes;

/** One thing that is wrong with a parameter or a room address. */
export interface Issue {
  /** What kind of problem it is. Stable: branch on this, not on the text. */
  readonly code:
    | 'INVALID_VALUE'
    | 'UNKNOWN_PARAM'
    | 'RESERVED_PARAM'
    | 'DUPLICATE_PARAM'
    | 'SECOND_QUESTION_MARK'
    | 'ROOM_INVALID'
    | 'REQUIRES'
    | 'CONFLICTS'
    | 'HOST_ONLY'
    | 'HIDDEN_BY_MINIMAL';
  /** `error`: the value is not used. `warning`: it is used, but will not have the effect expected. */
  readonly severity: 'error' | 'warning';
  /** The parameter it is about, empty where it is about the address as a whole. */
  readonly param: string;
  /** What is wrong and how to mend it. Never holds a `roomKey`. */
  readonly message: string;
}

export interface WherebyErrorOptions {
  readonly cause?: unknown;
  readonly issues?: readonly Issue[] | undefined;
}

/**
 * The one error class of this package. `code` says what happened and is stable, `message` ends with what to do about
 * it; the troubleshooting page has the cause of each. It never holds a `roomKey` or an API key.
 */
export class WherebyError extends Error {
  declare readonly code: WherebyErrorCode;
  /** The single problems, where there can be several at once. */
  declare readonly issues: readonly Issue[] | undefined;

  constructor(code: WherebyErrorCode, cure: string, options?: WherebyErrorOptions) {
    super(`react-whereby-embed ${code}: ${cure}`, options);
    Object.assign(this, { name: 'WherebyError', code, issues: options?.issues });
  }
}
