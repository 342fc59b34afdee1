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

  // Webhooks, signed metadata, attendance

  /**
   * A webhook secret is missing or empty.
   * @cause `secret` was not passed and `WHEREBY_WEBHOOK_SECRET` is not set, or one of the secrets is empty. With an empty secret anyone could sign.
   * @cure Pass the secret the dashboard shows beside the webhook, or set `WHEREBY_WEBHOOK_SECRET`.
   */
  WEBHOOK_SECRET_MISSING: 'WEBHOOK_SECRET_MISSING';
  /**
   * An option of a webhook function has a value it does not take.
   * @cause For example a `tolerance` or `timestamp` that is no number.
   * @cure Correct the option named in the message, or leave it out.
   */
  WEBHOOK_OPTIONS_INVALID: 'WEBHOOK_OPTIONS_INVALID';
  /**
   * The body of a webhook was parsed before its signature could be checked.
   * @cause A body parser ran first, or a parsed object was passed as `body`. The signature covers the bytes that came.
   * @cure Pass the raw bytes, and keep body parsers off the webhook's route.
   */
  WEBHOOK_BODY_PARSED: 'WEBHOOK_BODY_PARSED';
  /**
   * A request to the webhook carries no signature.
   * @cause Someone other than Whereby sent it, a proxy dropped the `Whereby-Signature` header, or the code reads another header.
   * @cure Read `Whereby-Signature`; let proxies pass it on. Otherwise nothing: the request is refused with 401.
   */
  WEBHOOK_SIGNATURE_MISSING: 'WEBHOOK_SIGNATURE_MISSING';
  /**
   * The signature of a webhook cannot be read.
   * @cause The header has no time, two times, or a time that is no number; two headers may have been joined.
   * @cure Pass the value of the `Whereby-Signature` header as it came.
   */
  WEBHOOK_SIGNATURE_MALFORMED: 'WEBHOOK_SIGNATURE_MALFORMED';
  /**
   * The signature of a webhook is of another kind than `v1`.
   * @cause The sender uses a newer scheme, or someone tries to be let in by an older one.
   * @cure Update the package if Whereby announced a newer scheme. Otherwise nothing: the request is refused with 401.
   */
  WEBHOOK_SIGNATURE_SCHEME: 'WEBHOOK_SIGNATURE_SCHEME';
  /**
   * The signature of a webhook does not match its body.
   * @cause The secret is another endpoint's or holds white space or quotation marks; the body was parsed and serialised again; or the request was forged.
   * @cure Compare the secret with the dashboard and pass the raw bytes of the body.
   */
  WEBHOOK_SIGNATURE_MISMATCH: 'WEBHOOK_SIGNATURE_MISMATCH';
  /**
   * A webhook was signed too long ago, or in the future.
   * @cause This machine's clock is off, the request waited in a queue, or an old request was sent again.
   * @cure Set the clock (NTP); raise `tolerance` (seconds) if requests wait on the way.
   */
  WEBHOOK_TIMESTAMP: 'WEBHOOK_TIMESTAMP';
  /**
   * The body of a webhook is not JSON, though its signature is right.
   * @cause Something that knows the secret sends another format.
   * @cure Look at what is configured to send to this address.
   */
  WEBHOOK_BODY_INVALID: 'WEBHOOK_BODY_INVALID';
  /**
   * The body of a webhook is JSON but not an event, though its signature is right.
   * @cause `id`, `type`, `createdAt` or `data` is missing or of another type.
   * @cure Look at what is configured to send to this address; update the package if the format has changed.
   */
  WEBHOOK_EVENT_INVALID: 'WEBHOOK_EVENT_INVALID';
  /**
   * The runtime has no Web Crypto.
   * @cause `crypto.subtle` is missing: Node older than 20, or a page that is not a secure context.
   * @cure Use Node 20 or newer, Deno, Bun or a worker.
   */
  CRYPTO_MISSING: 'CRYPTO_MISSING';
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
