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
  // The REST client.
  /**
   * The server entry was used in a browser.
   * @cause The API key opens every room of the account, so code that holds it may not reach a browser.
   * @cure Call it on your server and let the page ask your server for a room address, for example with `createRoomsHandler` and `useRoomUrl`.
   */
  SERVER_ONLY: 'SERVER_ONLY';
  /**
   * No API key was given.
   * @cause Neither `apiKey` nor the environment variable `WHEREBY_API_KEY` is set.
   * @cure Make a key in the Whereby dashboard and set `WHEREBY_API_KEY`; or run the sandbox, which prints a key of its own.
   */
  API_KEY_MISSING: 'API_KEY_MISSING';
  /**
   * The API key cannot be sent.
   * @cause It is not a string, or has blanks, line breaks or other characters in it that no header can carry.
   * @cure Copy the key again, whole and without anything around it.
   */
  API_KEY_INVALID: 'API_KEY_INVALID';
  /**
   * An option of the client cannot be used.
   * @cause For example a `baseUrl` that is no http(s) address or would send the key over plain http to Whereby, or a negative `timeout`.
   * @cure Correct the option named in the message, or leave it out.
   */
  CLIENT_OPTION_INVALID: 'CLIENT_OPTION_INVALID';
  /**
   * A call was refused before anything was sent, because the API could not have understood it.
   * @cause For example an empty id, a date that is none, or a room address where a room name belongs.
   * @cure Correct the value named in the message.
   */
  REQUEST_INVALID: 'REQUEST_INVALID';
  /**
   * The API does not accept the key (401).
   * @cause The key is wrong, was revoked, or belongs to another service (a sandbox key sent to the real API, or the reverse).
   * @cure Run `npx react-whereby-embed doctor`; check `WHEREBY_API_KEY` and `WHEREBY_API_URL`.
   */
  API_UNAUTHORIZED: 'API_UNAUTHORIZED';
  /**
   * The key is good but may not do this (403).
   * @cause The account's plan lacks the feature, or a link was asked for a file that is kept in a storage of your own.
   * @cure Check the plan; fetch files of your own storage from there.
   */
  API_FORBIDDEN: 'API_FORBIDDEN';
  /**
   * The API knows no such resource (404).
   * @cause The id is wrong or of another account, or the resource was deleted or has expired.
   * @cure Check the id; make a new meeting where the old one is over.
   */
  API_NOT_FOUND: 'API_NOT_FOUND';
  /**
   * The API refused the call (another status of the 4xx, or a redirect).
   * @cause Most often a field whose value is not allowed; see `status` and `body` of the error. A redirect means `baseUrl` is not the API's address.
   * @cure Correct the field or the address.
   */
  API_REFUSED: 'API_REFUSED';
  /**
   * The account's request budget is spent (429), and stayed so for as long as the client was allowed to wait.
   * @cause The budget is shared by all keys of the organisation and counted per minute.
   * @cure Try again after `retryAfter` milliseconds; call less often; raise `maxRetries` or `deadline` for work that can wait.
   */
  API_RATE_LIMITED: 'API_RATE_LIMITED';
  /**
   * The API failed (5xx, or 408 and 409 that did not pass).
   * @cause A fault on the service's side, or of something between it and you.
   * @cure Try again later. After a creating call, look first whether the thing was made.
   */
  API_UNAVAILABLE: 'API_UNAVAILABLE';
  /**
   * The API answered something that cannot be read.
   * @cause HTML, half a body or other JSON than documented: most often a proxy, a captive portal or a wrong `baseUrl`.
   * @cure Check `baseUrl` and `WHEREBY_API_URL`. After a creating call, look first whether the thing was made.
   */
  API_UNREADABLE: 'API_UNREADABLE';
  /**
   * No answer came: the connection could not be made, or broke.
   * @cause No network, a wrong address, a firewall, or a certificate that is not trusted; the message has the reason.
   * @cure Check the address and the network. After a creating call, look first whether the thing was made.
   */
  API_UNREACHABLE: 'API_UNREACHABLE';
  /**
   * No answer came in time.
   * @cause A call took longer than `timeout`, or with its repeats longer than `deadline`.
   * @cure Raise them, or try again. After a creating call, look first whether the thing was made.
   */
  API_TIMEOUT: 'API_TIMEOUT';
  /**
   * A list would never end: the API named a page again that was already read.
   * @cause A fault of the API or of something that caches its answers.
   * @cure Read the list anew; what was answered up to here is good.
   */
  API_CURSOR_REPEATED: 'API_CURSOR_REPEATED';
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
   * A request to the webhook is not a POST.
   * @cause Someone opened the address in a browser, or a monitor asks it.
   * @cure Nothing. For a monitor set `health: true` and ask `GET .../health`.
   */
  WEBHOOK_METHOD: 'WEBHOOK_METHOD';
  /**
   * The body of a webhook did not come in time.
   * @cause The network or a proxy is slow, or the sender stopped in the middle.
   * @cure Nothing: the sender tries again. If it happens often, look at the proxy.
   */
  WEBHOOK_BODY_SLOW: 'WEBHOOK_BODY_SLOW';
  /**
   * The body of a webhook is larger than is read.
   * @cause Someone other than Whereby sends it, or `maxBodyBytes` is too small.
   * @cure Raise `maxBodyBytes` if events are that large.
   */
  WEBHOOK_BODY_TOO_LARGE: 'WEBHOOK_BODY_TOO_LARGE';
  /**
   * A request to the webhook is not JSON by its content type.
   * @cause Someone other than Whereby sends it.
   * @cure Nothing, or send `content-type: application/json` in tests.
   */
  WEBHOOK_CONTENT_TYPE: 'WEBHOOK_CONTENT_TYPE';
  /**
   * The store of the webhook handler failed.
   * @cause The database cannot be reached, or its tables are missing.
   * @cure See `error.cause`; run the store's migrations. The event is sent again, up to twice within seconds.
   */
  WEBHOOK_STORE_FAILED: 'WEBHOOK_STORE_FAILED';
  /**
   * A function of the webhook handler failed.
   * @cause It threw: see `error.cause`.
   * @cure Mend the function. The event is sent again, up to twice within seconds.
   */
  WEBHOOK_HANDLER_FAILED: 'WEBHOOK_HANDLER_FAILED';
  /**
   * An event was not handled by the time its request had to be answered.
   * @cause A function takes longer than `answerWithin`, or another process is at the same event.
   * @cure Hand slow work to a queue, or set `late: 'accept'`.
   */
  WEBHOOK_LATE: 'WEBHOOK_LATE';
  /**
   * The runtime has no Web Crypto.
   * @cause `crypto.subtle` is missing: Node older than 20, or a page that is not a secure context.
   * @cure Use Node 20 or newer, Deno, Bun or a worker.
   */
  CRYPTO_MISSING: 'CRYPTO_MISSING';
  /**
   * The key for signed metadata is missing or empty.
   * @cause `key` was read from an environment variable that is not set, or one of several keys is empty.
   * @cure Pass a random text of your own (32 bytes in hex), kept on the server only.
   */
  METADATA_KEY_MISSING: 'METADATA_KEY_MISSING';
  /**
   * Metadata cannot be signed as asked.
   * @cause `externalId`, the room or meeting, or the expiry is missing or of a form the room does not take; or the value is too long.
   * @cure See the message. Metadata that is bound to nothing could be copied by every participant.
   */
  METADATA_OPTIONS_INVALID: 'METADATA_OPTIONS_INVALID';
  /**
   * An event carries no metadata.
   * @cause The person came by an address without it, or took it away.
   * @cure Treat the person as unknown.
   */
  METADATA_MISSING: 'METADATA_MISSING';
  /**
   * The metadata of an event is not signed metadata.
   * @cause The app puts other text into `metadata`, the person changed it, or it has the simple form and `simple` was not asked for.
   * @cure Make it with `signMetadata`, or treat the person as unknown.
   */
  METADATA_MALFORMED: 'METADATA_MALFORMED';
  /**
   * The signature of metadata does not match.
   * @cause The person changed it, or it was signed with a key that is no longer passed.
   * @cure While rotating keys pass the old one as well. Otherwise treat the person as unknown.
   */
  METADATA_SIGNATURE: 'METADATA_SIGNATURE';
  /**
   * Signed metadata belongs to another person, room or meeting.
   * @cause Someone copied it from another participant's address, or from another meeting's.
   * @cure Treat the person as unknown. If it happens to everyone, give the room address the same `externalId` that was signed.
   */
  METADATA_FOREIGN: 'METADATA_FOREIGN';
  /**
   * Signed metadata was used after its expiry.
   * @cause An old address was used; or a `left` event was judged at its own time instead of the time of joining.
   * @cure Hand out a new address; for `left` pass the time of joining as `at`.
   */
  METADATA_EXPIRED: 'METADATA_EXPIRED';
  // The room handler and the hooks.
  /**
   * The server does not know who is asking (401).
   * @cause `authorize` of the room handler answered nothing: the person is not signed in, or the session has run out.
   * @cure Sign the person in, then call `retry()`. Hand a token over in `headers` of `RoomsProvider` where there are no cookies.
   */
  SIGN_IN_REQUIRED: 'SIGN_IN_REQUIRED';
  /**
   * The person may not do this (403).
   * @cause `authorize` refused, or its answer does not have the action in `may`: creating and deleting must be named there.
   * @cure Name the action in `may` for the people who may do it; for everyone else it is as it should be.
   */
  NOT_ALLOWED: 'NOT_ALLOWED';
  /**
   * The page's origin may not use this server (403).
   * @cause The request comes from another origin than the server's own, and that one is not in `origins` of the room handler.
   * @cure Add the page's origin, such as `https://app.example.com`, to `origins`.
   */
  ORIGIN_REFUSED: 'ORIGIN_REFUSED';
  /**
   * There is no such meeting (404).
   * @cause The id is wrong, or the meeting was deleted or has been over for long.
   * @cure Check the id, or create a new meeting.
   */
  MEETING_NOT_FOUND: 'MEETING_NOT_FOUND';
  /**
   * The meeting is over (410).
   * @cause Its `endDate` has passed.
   * @cure Create a new meeting; or set a later end; or raise `overrunMinutes` of the room handler, so that late-comers still get in.
   */
  MEETING_EXPIRED: 'MEETING_EXPIRED';
  /**
   * The room handler has no such address (404).
   * @cause `endpoint` of `RoomsProvider` and the path the handler is mounted at are not the same.
   * @cure Make them the same: the handler serves `/meetings` and `/meetings/<id>` below its mount path.
   */
  ROUTE_NOT_FOUND: 'ROUTE_NOT_FOUND';
  /**
   * The room handler does not take this method here (405).
   * @cause Meetings are made with POST at `/meetings`, read and deleted with GET and DELETE at `/meetings/<id>`.
   * @cure Use the hooks, or the method named in the `allow` header.
   */
  METHOD_NOT_ALLOWED: 'METHOD_NOT_ALLOWED';
  /**
   * The body of the request is not a JSON object (400).
   * @cause It is cut off, or something else was sent.
   * @cure Send a JSON object, or no body at all.
   */
  BODY_INVALID: 'BODY_INVALID';
  /**
   * The body of the request is too large (413).
   * @cause Creating a meeting takes a few hundred bytes; `maxBodyBytes` allows 16 kB unless said.
   * @cure Send only what may be chosen.
   */
  BODY_TOO_LARGE: 'BODY_TOO_LARGE';
  /**
   * The body of the request has another type than JSON (415).
   * @cause A form was sent, or `content-type` is missing.
   * @cure Send `content-type: application/json`.
   */
  BODY_TYPE_REFUSED: 'BODY_TYPE_REFUSED';
  /**
   * The body was read before the room handler could read it (500).
   * @cause A body parser, such as `express.json()`, stands in front of the handler.
   * @cure Mount the handler before the parser, or hand the parsed body on as docs/backend.md shows.
   */
  BODY_CONSUMED: 'BODY_CONSUMED';
  /**
   * The browser asked for something it may not choose (400).
   * @cause A field is not in `choose` of the room handler, or its value is out of bounds. The role is never the browser's to choose.
   * @cure Leave the field out; or allow it in `choose`; or set it on the server in `meeting`.
   */
  INPUT_REFUSED: 'INPUT_REFUSED';
  /**
   * Whereby asked to wait (429).
   * @cause The request budget of the account is spent for this minute.
   * @cure Nothing: the hooks try again after the time named in `Retry-After`.
   */
  SERVICE_BUSY: 'SERVICE_BUSY';
  /**
   * Whereby could not be reached, or its answer could not be read (503).
   * @cause A fault of the service or of the network between your server and it.
   * @cure Nothing: the hooks try again. The server's log has the reason.
   */
  SERVICE_UNAVAILABLE: 'SERVICE_UNAVAILABLE';
  /**
   * The list of allowed domains could not be read.
   * @cause There is no such subdomain, its host did not answer, or what was given is neither a subdomain nor a room address.
   * @cure Give the part before `.whereby.com` of your room addresses; check that this machine reaches it.
   */
  ALLOWED_DOMAINS_UNREADABLE: 'ALLOWED_DOMAINS_UNREADABLE';
  /**
   * Your server failed (500).
   * @cause `authorize`, `onCreated` or another function given to the room handler threw.
   * @cure See the server's log: `onError` of the handler, or the console, has the error.
   */
  SERVER_FAILED: 'SERVER_FAILED';
  /**
   * The room handler cannot work with what it was given.
   * @cause `authorize` or `whereby` is missing, an entry of `origins` is no origin, or a bound of `choose` is no number.
   * @cure Correct the option named in the message.
   */
  HANDLER_OPTION_INVALID: 'HANDLER_OPTION_INVALID';
  /**
   * `authorize` answered something that is no person.
   * @cause Its `role` is not `host`, `visitor` or `viewer`, or signed metadata was asked for without an `externalId`.
   * @cure Answer a person as `Person` describes it, or null.
   */
  PERSON_INVALID: 'PERSON_INVALID';
  /**
   * The app's own server could not be reached, or did not answer in time.
   * @cause No network, a server that is down, or an answer of another origin that the browser may not read.
   * @cure Check the network and `endpoint`; for another origin see `ORIGIN_REFUSED`. The hooks have tried several times; `retry()` tries again.
   */
  ROOMS_UNREACHABLE: 'ROOMS_UNREACHABLE';
  /**
   * The app's own server answered something else than the room handler would.
   * @cause Most often `endpoint` leads to a page rather than to the handler, or a proxy answered in its stead.
   * @cure Mount the handler at `endpoint`, or give `RoomsProvider` the address it is mounted at.
   */
  ROOMS_ANSWER_INVALID: 'ROOMS_ANSWER_INVALID';
  // The sandbox
  /**
   * The sandbox cannot listen.
   * @cause Another program, perhaps another sandbox, has the port; or the address is not one of this machine.
   * @cure Take another port with `--port` or `port`; 0 takes a free one.
   */
  SANDBOX_PORT_TAKEN: 'SANDBOX_PORT_TAKEN';
  /**
   * The sandbox was started with an option it cannot use.
   * @cause See the message: it names the option and what it takes.
   * @cure Correct the option.
   */
  SANDBOX_OPTION_INVALID: 'SANDBOX_OPTION_INVALID';
  /**
   * A seed for the sandbox cannot be used.
   * @cause It is not JSON, or a meeting, a person or a time in it has another shape than documented.
   * @cure Correct what the message names; docs/sandbox.md shows a seed.
   */
  SANDBOX_SEED_INVALID: 'SANDBOX_SEED_INVALID';
  /**
   * The sandbox has no room of that name.
   * @cause Nobody created it, it was deleted, or the sandbox was reset.
   * @cure Create the meeting first, or put it into the seed.
   */
  SANDBOX_ROOM_UNKNOWN: 'SANDBOX_ROOM_UNKNOWN';
  /**
   * Whereby refused your server (502).
   * @cause The API key of the server is wrong or may not do this, or the settings of the meeting are not accepted.
   * @cure See the server's log; run `npx react-whereby-embed doctor` there.
   */
  SERVICE_REFUSED: 'SERVICE_REFUSED';
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
