// Made by `npm run generate` from the list of errors, src/errors/errorList.ts. Do not edit.

/**
 * What a `WherebyError` is about.
 *
 * Room URL and parameters:
 * - `ROOM_MISSING`: No room URL was given.
 * - `ROOM_INVALID`: The room URL cannot be read.
 * - `ROOM_HOST_REFUSED`: Rooms on *origin* are not framed: *problem*.
 * - `PARAMS_INVALID`: The room URL or its parameters are not as the room takes them: *problems*.
 * - `PRESETS_INVALID`: The presets cannot be used: *problems*.
 *
 * The page and the browser:
 * - `FRAME_BLOCKED`: The browser refused to load *origin* in a frame, because of `<policy>`.
 * - `READY_TIMEOUT`: The room did not report in time that it is ready.
 * - `INSECURE_CONTEXT`: The page is not a secure context, so no browser gives it camera or microphone.
 * - `PERMISSIONS_POLICY`: The page's Permissions-Policy denies the *device*.
 *
 * Options:
 * - `OPTION_INVALID`: The option `<option>` cannot be used: it must be a number of at least 0, got *value*.
 *
 * Commands:
 * - `COMMAND_TIMEOUT`: The room did not confirm the command `<command>` in time.
 * - `COMMAND_INVALID`: The command `<command>` was called with an argument it does not take.
 * - `COMMAND_CANCELLED`: The command `<command>` was dropped because its frame went away, or the meeting was over, before the room confirmed it.
 *
 * The live meeting in React:
 * - `PROVIDER_MISSING`: A hook or component for the live meeting has no `MeetingProvider` above it.
 *
 * Room handler and its hooks:
 * - `SIGN_IN_REQUIRED`: The server does not know who is asking: it responded with 401, or with a sign-in page.
 * - `NOT_ALLOWED`: The person is not allowed to do this (403).
 * - `ORIGIN_REFUSED`: Pages of the origin *origin* may not use this server (403).
 * - `MEETING_NOT_FOUND`: This meeting does not exist (404).
 * - `MEETING_EXPIRED`: The meeting is over (410).
 * - `ROUTE_NOT_FOUND`: The room handler does not serve this path (404).
 * - `METHOD_NOT_ALLOWED`: The room handler takes only *allowed* on this path (405).
 * - `BODY_INVALID`: The body of the request is not a JSON object (400).
 * - `BODY_TOO_LARGE`: The body of the request may have at most *limit* bytes (413).
 * - `BODY_SLOW`: The body of the request was not complete within *timeout* ms (408).
 * - `BODY_TYPE_REFUSED`: The body of the request is not declared as JSON (415).
 * - `BODY_CONSUMED`: The body was read before the room handler could read it (500).
 * - `INPUT_REFUSED`: The browser asked for something that it may not choose: *problem* (400).
 * - `SERVICE_BUSY`: The server has to wait before it can ask Whereby again (429).
 * - `SERVICE_UNAVAILABLE`: Meetings are not available at the moment (503).
 * - `CREATION_UNSURE`: The server does not know whether the meeting was created (409).
 * - `SERVICE_REFUSED`: Whereby refused a request of the server (502).
 * - `SERVER_FAILED`: The server failed (500).
 * - `FUNCTION_LATE`: `<name>` of the app has not settled within *timeout* ms.
 * - `HANDLER_REQUEST_INVALID`: A handler was called with *got* instead of a web-standard `Request` (500).
 * - `HANDLER_OPTION_INVALID`: The room handler was given an option it cannot use: *problem*.
 * - `PERSON_INVALID`: `authorize` returned a person that the room handler cannot use: *problem*.
 * - `ROOMS_UNREACHABLE`: The app's own server could not be reached, or did not respond in time.
 * - `ROOMS_ANSWER_INVALID`: The app's own server responded with *status*, and not in the way the room handler does.
 *
 * REST client:
 * - `SERVER_ONLY`: `<name>` was called in a browser.
 * - `API_KEY_MISSING`: There is no API key.
 * - `API_KEY_INVALID`: The API key cannot be used: it *problem*.
 * - `CLIENT_OPTION_INVALID`: An option of the client cannot be used: *problem*.
 * - `REQUEST_INVALID`: A call was refused before anything was sent: *problem*.
 * - `API_UNAUTHORIZED`: The API does not accept the key (401): *outcome*.
 * - `API_FORBIDDEN`: The key is valid but lacks a permission (403): *outcome*.
 * - `API_NOT_FOUND`: The API has no such resource (404): *outcome*.
 * - `API_REFUSED`: The API refused the call: *outcome*.
 * - `API_RATE_LIMITED`: The account's request budget is spent (429): *outcome*.
 * - `API_UNAVAILABLE`: The API failed: *outcome*.
 * - `API_ADDRESS_WRONG`: There is no REST API at the address that was called: *outcome*.
 * - `API_CERTIFICATE_REFUSED`: The connection to the API was refused, because the certificate is not trusted: *outcome*. Nothing was sent.
 * - `API_UNREADABLE`: The response of the API cannot be read: *outcome*.
 * - `API_UNREACHABLE`: The connection to the API failed: *outcome*.
 * - `API_TIMEOUT`: The API did not respond in time: *outcome*.
 * - `API_CURSOR_REPEATED`: *operation* would never end, because the API named a page that was already read.
 * - `ALLOWED_DOMAINS_UNREADABLE`: The list of allowed domains could not be read: *problem*.
 *
 * Webhooks:
 * - `WEBHOOK_SECRET_MISSING`: A webhook secret is missing or empty, so no signature can be trusted.
 * - `WEBHOOK_OPTIONS_INVALID`: An option of a webhook function cannot be used: *problem*.
 * - `WEBHOOK_NAME_MISSING`: Two webhook handlers without a name share a store, and the other one took this event.
 * - `WEBHOOK_BODY_PARSED`: The body of the webhook *problem*, but the signature covers the bytes of the request.
 * - `WEBHOOK_SIGNATURE_MISSING`: The request has no `Whereby-Signature` header, so nothing proves that Whereby sent it.
 * - `WEBHOOK_SIGNATURE_MALFORMED`: The `Whereby-Signature` header cannot be read: it *problem*.
 * - `WEBHOOK_SIGNATURE_SCHEME`: The `Whereby-Signature` header has no `v1` signature, and no other scheme is accepted in its place.
 * - `WEBHOOK_SIGNATURE_MISMATCH`: The signature of the webhook does not match its body: *problem*.
 * - `WEBHOOK_TIMESTAMP`: The signature of the webhook is valid but was made *age* this machine's time, and at most *limit* seconds are allowed.
 * - `WEBHOOK_BODY_INVALID`: The body of the webhook *problem*.
 * - `WEBHOOK_EVENT_INVALID`: The body of the webhook *problem*, so it is not a webhook event, although its signature is valid.
 * - `WEBHOOK_EVENT_UNFIT`: The function for an event of type *type* did not run: *problem*.
 * - `WEBHOOK_METHOD`: Webhooks are sent with POST, and the method of this request is *method*.
 * - `WEBHOOK_BODY_SLOW`: The body of the webhook was not complete within *timeout* ms.
 * - `WEBHOOK_BODY_TOO_LARGE`: The body of the webhook may have at most *limit* bytes.
 * - `WEBHOOK_STORE_FAILED`: The store of the webhook handler could not *action*.
 * - `WEBHOOK_HANDLER_FAILED`: A function of the webhook handler failed for an event of type *type*.
 * - `WEBHOOK_LATE`: The event was not handled by the time its request had to be answered.
 * - `WEBHOOK_FAILED`: The webhook handler failed before it handled the event.
 * - `WEBHOOK_WAIT_UNTIL`: `waitUntil` threw, so the runtime may stop before the event is handled.
 * - `CRYPTO_MISSING`: This runtime has no Web Crypto (`crypto.subtle`), which signatures need.
 *
 * Signed metadata:
 * - `METADATA_KEY_MISSING`: The key for signed metadata is missing or empty, so anyone could sign.
 * - `METADATA_OPTIONS_INVALID`: The metadata cannot be signed or verified: *problem*.
 * - `METADATA_MISSING`: The event carries no metadata.
 * - `METADATA_MALFORMED`: The metadata of the event *problem*.
 * - `METADATA_SIGNATURE`: The signature of the metadata does not match.
 * - `METADATA_FOREIGN`: The metadata is signed for another *owner*.
 * - `METADATA_EXPIRED`: The metadata had expired by the time of the event: *problem*.
 *
 * Attendance:
 * - `CSV_OPTION_INVALID`: Attendance cannot be written as CSV: *problem*.
 *
 * Sandbox:
 * - `SANDBOX_PORT_TAKEN`: The sandbox cannot listen on *address* (*reason*).
 * - `SANDBOX_PERSON_INVALID`: The sandbox cannot let this person in: *problem*.
 * - `SANDBOX_CERTIFICATE_UNWRITABLE`: The sandbox cannot keep its certificate in *folder* (*reason*).
 * - `SANDBOX_OPTION_INVALID`: The sandbox was given an option it cannot use: *problem*.
 * - `SANDBOX_SEED_INVALID`: The sandbox cannot load this state: *problem*.
 * - `SANDBOX_ROOM_UNKNOWN`: The sandbox has no room "*roomName*".
 *
 * Test kit:
 * - `FAKE_ROOM_REFUSED`: The fake room was used for something that a real room does not do: *problem*.
 * - `FAKE_ROOM_IN_BROWSER`: The frame loads a page of another origin, whose window `fakeRoom` cannot replace.
 */
export type WherebyErrorCode =
  | 'ROOM_MISSING'
  | 'ROOM_INVALID'
  | 'ROOM_HOST_REFUSED'
  | 'PARAMS_INVALID'
  | 'PRESETS_INVALID'
  | 'FRAME_BLOCKED'
  | 'READY_TIMEOUT'
  | 'INSECURE_CONTEXT'
  | 'PERMISSIONS_POLICY'
  | 'OPTION_INVALID'
  | 'COMMAND_TIMEOUT'
  | 'COMMAND_INVALID'
  | 'COMMAND_CANCELLED'
  | 'PROVIDER_MISSING'
  | 'SIGN_IN_REQUIRED'
  | 'NOT_ALLOWED'
  | 'ORIGIN_REFUSED'
  | 'MEETING_NOT_FOUND'
  | 'MEETING_EXPIRED'
  | 'ROUTE_NOT_FOUND'
  | 'METHOD_NOT_ALLOWED'
  | 'BODY_INVALID'
  | 'BODY_TOO_LARGE'
  | 'BODY_SLOW'
  | 'BODY_TYPE_REFUSED'
  | 'BODY_CONSUMED'
  | 'INPUT_REFUSED'
  | 'SERVICE_BUSY'
  | 'SERVICE_UNAVAILABLE'
  | 'CREATION_UNSURE'
  | 'SERVICE_REFUSED'
  | 'SERVER_FAILED'
  | 'FUNCTION_LATE'
  | 'HANDLER_REQUEST_INVALID'
  | 'HANDLER_OPTION_INVALID'
  | 'PERSON_INVALID'
  | 'ROOMS_UNREACHABLE'
  | 'ROOMS_ANSWER_INVALID'
  | 'SERVER_ONLY'
  | 'API_KEY_MISSING'
  | 'API_KEY_INVALID'
  | 'CLIENT_OPTION_INVALID'
  | 'REQUEST_INVALID'
  | 'API_UNAUTHORIZED'
  | 'API_FORBIDDEN'
  | 'API_NOT_FOUND'
  | 'API_REFUSED'
  | 'API_RATE_LIMITED'
  | 'API_UNAVAILABLE'
  | 'API_ADDRESS_WRONG'
  | 'API_CERTIFICATE_REFUSED'
  | 'API_UNREADABLE'
  | 'API_UNREACHABLE'
  | 'API_TIMEOUT'
  | 'API_CURSOR_REPEATED'
  | 'ALLOWED_DOMAINS_UNREADABLE'
  | 'WEBHOOK_SECRET_MISSING'
  | 'WEBHOOK_OPTIONS_INVALID'
  | 'WEBHOOK_NAME_MISSING'
  | 'WEBHOOK_BODY_PARSED'
  | 'WEBHOOK_SIGNATURE_MISSING'
  | 'WEBHOOK_SIGNATURE_MALFORMED'
  | 'WEBHOOK_SIGNATURE_SCHEME'
  | 'WEBHOOK_SIGNATURE_MISMATCH'
  | 'WEBHOOK_TIMESTAMP'
  | 'WEBHOOK_BODY_INVALID'
  | 'WEBHOOK_EVENT_INVALID'
  | 'WEBHOOK_EVENT_UNFIT'
  | 'WEBHOOK_METHOD'
  | 'WEBHOOK_BODY_SLOW'
  | 'WEBHOOK_BODY_TOO_LARGE'
  | 'WEBHOOK_STORE_FAILED'
  | 'WEBHOOK_HANDLER_FAILED'
  | 'WEBHOOK_LATE'
  | 'WEBHOOK_FAILED'
  | 'WEBHOOK_WAIT_UNTIL'
  | 'CRYPTO_MISSING'
  | 'METADATA_KEY_MISSING'
  | 'METADATA_OPTIONS_INVALID'
  | 'METADATA_MISSING'
  | 'METADATA_MALFORMED'
  | 'METADATA_SIGNATURE'
  | 'METADATA_FOREIGN'
  | 'METADATA_EXPIRED'
  | 'CSV_OPTION_INVALID'
  | 'SANDBOX_PORT_TAKEN'
  | 'SANDBOX_PERSON_INVALID'
  | 'SANDBOX_CERTIFICATE_UNWRITABLE'
  | 'SANDBOX_OPTION_INVALID'
  | 'SANDBOX_SEED_INVALID'
  | 'SANDBOX_ROOM_UNKNOWN'
  | 'FAKE_ROOM_REFUSED'
  | 'FAKE_ROOM_IN_BROWSER';
