/** The areas of the package, in the order of the troubleshooting page, with their headings there. */
export const errorAreas = {
  room: 'Room URL and parameters',
  page: 'The page and the browser',
  options: 'Options',
  commands: 'Commands',
  meeting: 'The live meeting in React',
  rooms: 'Room handler and its hooks',
  client: 'REST client',
  webhooks: 'Webhooks',
  metadata: 'Signed metadata',
  attendance: 'Attendance',
  sandbox: 'Sandbox',
  testing: 'Test kit',
} as const;

/** What is known about an error: three full sentences. `{name}` stands for a value that only the throw site knows. */
export interface ErrorText {
  readonly area: keyof typeof errorAreas;
  /** What happened. */
  readonly what: string;
  /** The likely cause. */
  readonly cause: string;
  /** What to do about it. */
  readonly cure: string;
}

/**
 * Every error of this package. Codes are API, texts are not.
 *
 * The messages of the errors, the types of their arguments (`ErrorArgs`), the type `WherebyErrorCode`, the list of
 * codes and the troubleshooting page are made from this list, the last three by `npm run generate`. Values must never
 * hold a `roomKey`, an API key or a secret.
 */
export const errorList = {
  ROOM_MISSING: {
    area: 'room',
    what: 'No room URL was given.',
    cause: '`room` is undefined, null or empty, usually because the URL is still being fetched.',
    cure: 'Render the component once the URL is known, or pass the result of `useRoomUrl` as `room`.',
  },
  ROOM_INVALID: {
    area: 'room',
    what: 'The room URL cannot be read.',
    cause:
      '`room` is a bare room name, is not an absolute https URL, contains a user name, names no room, or was encoded as a whole.',
    cure: 'Pass the whole `roomUrl` or `hostRoomUrl` that the REST API returned when the meeting was created.',
  },
  ROOM_HOST_REFUSED: {
    area: 'room',
    what: 'Rooms on {origin} are not framed: {problem}.',
    cause:
      'The frame gets camera and microphone, so only `https://<subdomain>.whereby.com` and hosts that are allowed by name are framed, over https. `localhost` needs no https, and in development no name.',
    cure: 'Write the room URL as the REST API returns it. {advice}.',
  },
  PARAMS_INVALID: {
    area: 'room',
    what: 'The room URL or its parameters are not as the room takes them: {problems}.',
    cause: 'The values come from code or data that TypeScript does not check, or the URL was copied from a text.',
    cure: 'Correct what `error.issues` names. `WherebyEmbed` and the room handler repair it or leave it out, and go on; `buildRoomUrl` throws for what it cannot repair.',
  },
  PRESETS_INVALID: {
    area: 'room',
    what: 'The presets cannot be used: {problems}.',
    cause: 'The file was written by hand, broken off, or exported by a newer version.',
    cure: 'Correct what `error.issues` names, or export the file again. docs/per-participant-urls.md has its format.',
  },

  FRAME_BLOCKED: {
    area: 'page',
    what: 'The browser refused to load {origin} in a frame, because of `{policy}`.',
    cause:
      "`frame-src`: the page's Content-Security-Policy does not list that origin (`child-src` or `default-src` hold if it is missing). `frame-ancestors`: the page's origin is missing from the account's allowed domains. `Cross-Origin-Embedder-Policy`: the page frames only what opts in to it.",
    cure: 'Add {origin} to `frame-src`, add the page to the allowed domains in the dashboard, or pass `credentialless`.',
  },
  READY_TIMEOUT: {
    area: 'page',
    what: 'The room did not report in time that it is ready.',
    cause:
      "The network, an extension or a firewall blocks the room, the room does not exist, or the page's origin is missing from the account's allowed domains.",
    cure: "Open the room URL in its own tab, add the page's origin to the allowed domains, or raise `readyTimeout`.",
  },
  INSECURE_CONTEXT: {
    area: 'page',
    what: 'The page is not a secure context, so no browser gives it camera or microphone.',
    cause: 'The page was loaded over plain http from a host other than localhost.',
    cure: 'Serve the page over https.',
  },
  PERMISSIONS_POLICY: {
    area: 'page',
    what: "The page's Permissions-Policy denies the {device}.",
    cause: 'The page, or a page that frames it, was served with a Permissions-Policy header that denies the {device}.',
    cure: "Allow the {device} for the page and for the room's origin in that header.",
  },

  OPTION_INVALID: {
    area: 'options',
    what: 'The option `{option}` cannot be used: it must be a number of at least 0, got {value}.',
    cause: 'The value was computed from something that is missing, or it is a text, as from an environment variable.',
    cure: 'Pass a number, or leave the option out for its default.',
  },

  COMMAND_TIMEOUT: {
    area: 'commands',
    what: 'The room did not confirm the command `{command}` in time.',
    cause:
      "{origin} is missing from the account's allowed domains (the room then ignores commands silently), the participant's role does not permit the command, or the participant did not respond to a prompt.",
    cure: 'Add {origin} to the allowed domains in the dashboard, and check that the participant is in the room and has the role the command needs.',
  },
  COMMAND_INVALID: {
    area: 'commands',
    what: 'The command `{command}` was called with an argument it does not take.',
    cause: 'The argument comes from code that TypeScript does not check.',
    cure: 'Pass {takes}.',
  },
  COMMAND_CANCELLED: {
    area: 'commands',
    what: 'The command `{command}` was dropped because its frame went away, or the meeting was over, before the room confirmed it.',
    cause: 'The component was unmounted, reloaded or given another room, or the participant is out of the meeting.',
    cure: 'Send the command again if it still matters; otherwise there is nothing to do.',
  },

  PROVIDER_MISSING: {
    area: 'meeting',
    what: 'A hook or component for the live meeting has no `MeetingProvider` above it.',
    cause:
      '`useMeeting`, `useMeetingControl` or `MeetingOutlet` is rendered outside of `MeetingProvider`, or the provider belongs to a second copy of React, or of this package in a version that does not fit.',
    cure: 'Put `MeetingProvider` around the part of the app that uses the meeting. `npm ls react react-whereby-embed` lists the copies.',
  },

  SIGN_IN_REQUIRED: {
    area: 'rooms',
    what: 'The server does not know who is asking: it responded with 401, or with a sign-in page.',
    cause:
      'The person is not signed in, or the session has expired: `authorize` of the room handler returned nobody, or a guard in front of it redirected the request or refused it with a page.',
    cure: 'Sign the person in, then call `retry()`. Without cookies, pass a token in `headers` of `RoomsProvider`.',
  },
  NOT_ALLOWED: {
    area: 'rooms',
    what: 'The person is not allowed to do this (403).',
    cause:
      '`authorize` of the room handler refused, or the person it returned lacks the action in `may`, which must name creating and deleting.',
    cure: 'Add the action to `may` for everyone who is allowed to do it; for everyone else the refusal is right.',
  },
  ORIGIN_REFUSED: {
    area: 'rooms',
    what: 'Pages of the origin {origin} may not use this server (403).',
    cause:
      "It is not the server's own origin, as far as the request shows, and `origins` of the room handler does not list it.",
    cure: 'Add "{origin}" to `origins`. If it is the server\'s own, let the proxy in front pass the header `Host` on, or send `X-Forwarded-Host`.',
  },
  MEETING_NOT_FOUND: {
    area: 'rooms',
    what: 'This meeting does not exist (404).',
    cause: 'The id is wrong, or the meeting was deleted or ended long ago.',
    cure: 'Check the id, or create a new meeting.',
  },
  MEETING_EXPIRED: {
    area: 'rooms',
    what: 'The meeting is over (410).',
    cause: 'Its `endDate` has passed.',
    cure: 'Create a new meeting, set a later end, or raise `overrunMinutes` of the room handler to let latecomers in.',
  },
  MEETING_NOT_READY: {
    area: 'rooms',
    what: 'There is no meeting yet (503).',
    cause: "The app's server is still creating it: its `authorize` refused with 503.",
    cure: 'There is nothing to do: the hooks ask again. If it stays so, look whether the job that creates the meeting runs.',
  },
  ROUTE_NOT_FOUND: {
    area: 'rooms',
    what: 'The room handler does not serve this path (404).',
    cause: '`endpoint` of `RoomsProvider` differs from the path the handler is mounted at.',
    cure: 'Make them the same: the handler serves `/meetings` and `/meetings/<id>` below the path it is mounted at.',
  },
  METHOD_NOT_ALLOWED: {
    area: 'rooms',
    what: 'The room handler takes only {allowed} on this path (405).',
    cause:
      'Meetings are created with POST on `/meetings`, and read and deleted with GET and DELETE on `/meetings/<id>`.',
    cure: 'Use the hooks, or one of the methods in the header `allow`.',
  },
  BODY_INVALID: {
    area: 'rooms',
    what: 'The body of the request is not a JSON object (400).',
    cause: 'The body was cut off, or it is something else.',
    cure: 'Send a JSON object, or no body at all.',
  },
  BODY_TOO_LARGE: {
    area: 'rooms',
    what: 'The body of the request may have at most {limit} bytes (413).',
    cause: 'Creating a meeting takes a few hundred bytes, and `maxBodyBytes` of the room handler sets the limit.',
    cure: 'Send only what the browser may choose.',
  },
  BODY_SLOW: {
    area: 'rooms',
    what: 'The body of the request was not complete within {timeout} ms (408).',
    cause: 'The network or a proxy is slow, or the sender stopped halfway.',
    cure: 'Send the request again.',
  },
  BODY_TYPE_REFUSED: {
    area: 'rooms',
    what: 'The body of the request is not declared as JSON (415).',
    cause: 'A form was sent, or the header `content-type` is missing.',
    cure: 'Send `content-type: application/json`.',
  },
  BODY_CONSUMED: {
    area: 'rooms',
    what: 'The body was read before the room handler could read it (500).',
    cause: 'A body parser, such as `express.json()`, runs before the handler.',
    cure: 'Mount the handler before the parser, or through an adapter such as `toNodeListener`, which passes on what the parser made of the body.',
  },
  INPUT_REFUSED: {
    area: 'rooms',
    what: 'The browser asked for something that it may not choose: {problem} (400).',
    cause:
      '`choose` of the room handler does not list the field, or the value is out of bounds. A browser can never choose the role.',
    cure: 'Leave the field out, allow it in `choose`, or set it on the server in `meeting`.',
  },
  SERVICE_BUSY: {
    area: 'rooms',
    what: 'The server has to wait before it can ask Whereby again (429).',
    cause: "The account's request budget for this minute is spent.",
    cure: 'There is nothing to do: the hooks try again after the time in the header `retry-after`.',
  },
  SERVICE_UNAVAILABLE: {
    area: 'rooms',
    what: 'Meetings are not available at the moment (503).',
    cause: 'The server could not reach Whereby, or could not read what it returned.',
    cure: "There is nothing to do: the hooks try again. The server's log has the reason.",
  },
  CREATION_UNSURE: {
    area: 'rooms',
    what: 'The server does not know whether the meeting was created (409).',
    cause: "Whereby's answer was lost, and the server could not find the meeting.",
    cure: 'Ask the person to try again in a moment. Nothing is repeated by itself, because every attempt could create another meeting.',
  },
  SERVICE_REFUSED: {
    area: 'rooms',
    what: 'Whereby refused a request of the server (502).',
    cause: "The server's API key is wrong or lacks a permission, or Whereby does not accept the meeting's settings.",
    cure: "Read the server's log, and run `npx react-whereby-embed doctor` there.",
  },
  SERVER_FAILED: {
    area: 'rooms',
    what: 'The server failed (500).',
    cause: '`authorize`, `onCreated` or another function passed to the room handler threw or took too long.',
    cure: "Read the server's log: `onError` of the room handler, or else the console, received the error.",
  },
  FUNCTION_LATE: {
    area: 'rooms',
    what: '`{name}` of the app has not settled within {timeout} ms.',
    cause: 'It waits for something that does not come, such as a connection to a database that is away.',
    cure: 'Give its own requests a time limit, such as `connectionTimeoutMillis` of a `pg.Pool`.',
  },
  HANDLER_REQUEST_INVALID: {
    area: 'rooms',
    what: 'A handler was called with {got} instead of a web-standard `Request` (500).',
    cause: 'It was given to a framework as it is, and the framework has requests of its own.',
    cure: 'Write {write}.',
  },
  HANDLER_OPTION_INVALID: {
    area: 'rooms',
    what: 'The room handler was given an option it cannot use: {problem}.',
    cause: 'A required option is missing, or a value has the wrong type or is out of range.',
    cure: 'Correct the option, or leave it out if it is not required.',
  },
  PERSON_INVALID: {
    area: 'rooms',
    what: '`authorize` returned a person that the room handler cannot use: {problem}.',
    cause:
      'It returned something that is not a person, the role is not one of a meeting, or metadata is to be signed for a person without an `externalId`.',
    cure: 'Return a person as the type `Person` describes it, or null for nobody.',
  },
  ROOMS_UNREACHABLE: {
    area: 'rooms',
    what: "The app's own server could not be reached, or did not respond in time.",
    cause:
      'There is no network, the server is down, or the response comes from another origin and the browser may not read it.',
    cure: 'Check the network and `endpoint` of `RoomsProvider`; for another origin see `ORIGIN_REFUSED`. The hooks have tried several times, and `retry()` tries again.',
  },
  ROOMS_ANSWER_INVALID: {
    area: 'rooms',
    what: "The app's own server responded with {status}, and not in the way the room handler does.",
    cause: '`endpoint` of `RoomsProvider` leads to a page instead of the handler, or a proxy responded in its place.',
    cure: 'Mount the handler at `endpoint`, or set `endpoint` to the path it is mounted at.',
  },

  SERVER_ONLY: {
    area: 'client',
    what: '`{name}` was called in a browser.',
    cause:
      'Its API key opens every room of the account, and a browser shows it to everyone, so code that holds it must stay on a server.',
    cure: 'Call it on your server and let the page ask your server for a room URL, for example with `createRoomsHandler` and `useRoomUrl`.',
  },
  API_KEY_MISSING: {
    area: 'client',
    what: 'There is no API key.',
    cause:
      'Neither `apiKey` nor the environment variable `WHEREBY_API_KEY` is set, or the function `apiKey` returns nothing.',
    cure: 'Create a key in the Whereby dashboard and set `WHEREBY_API_KEY`, or run the sandbox, which prints a key of its own.',
  },
  API_KEY_INVALID: {
    area: 'client',
    what: 'The API key cannot be used: it {problem}.',
    cause: '`apiKey` or the environment variable `WHEREBY_API_KEY` holds more than the key, or something else.',
    cure: 'Copy the key again, whole and without "Bearer" before it.',
  },
  CLIENT_OPTION_INVALID: {
    area: 'client',
    what: 'An option of the client cannot be used: {problem}.',
    cause: 'The value has the wrong type or is out of range, or an environment variable holds something else.',
    cure: 'Correct the option, or leave it out.',
  },
  REQUEST_INVALID: {
    area: 'client',
    what: 'A call was refused before anything was sent: {problem}.',
    cause: 'An argument is empty or has a form that the API would not understand.',
    cure: 'Correct the argument.',
  },
  API_UNAUTHORIZED: {
    area: 'client',
    what: 'The API does not accept the key (401): {outcome}.',
    cause:
      'The key is wrong, was revoked, or belongs to another service, such as a sandbox key that was sent to the real API.',
    cure: 'Run `npx react-whereby-embed doctor`, and check `WHEREBY_API_KEY` and `WHEREBY_API_URL`.',
  },
  API_FORBIDDEN: {
    area: 'client',
    what: 'The key is valid but lacks a permission (403): {outcome}.',
    cause: "The account's plan lacks the feature, or the file is kept in your own storage.",
    cure: 'Check the plan, and fetch files of your own storage from there.',
  },
  API_NOT_FOUND: {
    area: 'client',
    what: 'The API has no such resource (404): {outcome}.',
    cause: 'The id is wrong or belongs to another account, or the resource was deleted or has expired.',
    cure: 'Check the id, or create a new meeting if this one is over.',
  },
  API_REFUSED: {
    area: 'client',
    what: 'The API refused the call: {outcome}.',
    cause:
      'The value of a field is not allowed, or, if the status is a redirect, `baseUrl` is not the address of the API.',
    cure: 'Read `body` of the error, which has what the API returned, and correct the field or `baseUrl`.',
  },
  API_RATE_LIMITED: {
    area: 'client',
    what: "The account's request budget is spent (429): {outcome}.",
    cause: 'All keys of the organisation share the budget, which is counted per minute.',
    cure: 'Try again after `retryAfter` milliseconds, call less often, or raise `maxRetries` or `deadline` for work that can wait.',
  },
  API_UNAVAILABLE: {
    area: 'client',
    what: 'The API failed: {outcome}.',
    cause: 'Something is wrong with the service, or with a proxy between your server and it.',
    cure: 'Try again later; if the call creates something, check first whether it exists.',
  },
  API_ADDRESS_WRONG: {
    area: 'client',
    what: 'There is no REST API at the address that was called: {outcome}.',
    cause: 'The address of the API, `baseUrl` or `WHEREBY_API_URL`, has a part too many or lacks one.',
    cure: 'The address of the real API is https://api.whereby.dev/v1, which is the default; that of a sandbox is the one it prints, ending in /v1.',
  },
  API_CERTIFICATE_REFUSED: {
    area: 'client',
    what: 'The connection to the API was refused, because the certificate is not trusted: {outcome}. Nothing was sent.',
    cause:
      'A proxy or a firewall replaces certificates, the address is not the one the certificate is for, or the certificate or the clock of this machine is out of date.',
    cure: 'Let the runtime trust the certificate of your proxy (on Node `NODE_EXTRA_CA_CERTS=/path/to/ca.pem` or `--use-system-ca`), and check the address and the clock. Do not turn verification off: the API key would go to whoever answers.',
  },
  API_UNREADABLE: {
    area: 'client',
    what: 'The response of the API cannot be read: {outcome}.',
    cause: 'A proxy, a captive portal or a wrong `baseUrl` returned something other than the documented JSON.',
    cure: 'Check `baseUrl` and `WHEREBY_API_URL`; if the call creates something, check first whether it exists.',
  },
  API_UNREACHABLE: {
    area: 'client',
    what: 'The connection to the API failed: {outcome}.',
    cause: 'There is no network, the address is wrong, a firewall blocks it, or a certificate is not trusted.',
    cure: 'Check `baseUrl`, `WHEREBY_API_URL` and the network; if the call creates something, check first whether it exists.',
  },
  API_TIMEOUT: {
    area: 'client',
    what: 'The API did not respond in time: {outcome}.',
    cause: 'One attempt took longer than `timeout`, or all attempts together took longer than `deadline`.',
    cure: 'Raise them, or try again; if the call creates something, check first whether it exists.',
  },
  API_CURSOR_REPEATED: {
    area: 'client',
    what: '{operation} would never end, because the API named a page that was already read.',
    cause: 'The API, or something that caches its responses, has a fault.',
    cure: 'Read the list again; everything returned up to here is valid.',
  },
  ALLOWED_DOMAINS_UNREADABLE: {
    area: 'client',
    what: 'The list of allowed domains could not be read: {problem}.',
    cause:
      'The subdomain does not exist, its host did not respond, or the argument is neither a subdomain nor a room URL.',
    cure: 'Pass the part before `.whereby.com` of your room URLs, such as "acme", or a room URL of the account, and check that this machine reaches it.',
  },

  WEBHOOK_SECRET_MISSING: {
    area: 'webhooks',
    what: 'A webhook secret is missing or empty, so no signature can be trusted.',
    cause: '`secret` was not passed and `WHEREBY_WEBHOOK_SECRET` is not set, or one of several secrets is empty.',
    cure: 'Pass the secret that the dashboard shows next to the webhook, or set `WHEREBY_WEBHOOK_SECRET`.',
  },
  WEBHOOK_OPTIONS_INVALID: {
    area: 'webhooks',
    what: 'An option of a webhook function cannot be used: {problem}.',
    cause: 'The value has the wrong type or is out of range.',
    cure: 'Correct the option, or leave it out to get the default.',
  },
  WEBHOOK_NAME_MISSING: {
    area: 'webhooks',
    what: 'Two webhook handlers without a name share a store, and the other one took this event.',
    cause: 'A store remembers by its id that an event is handled, for all handlers that use it.',
    cure: 'Pass a different `name` to each handler, such as "attendance" and "billing", so that each handles every event; pass the same `name` to handlers of which only one is to handle it.',
  },
  WEBHOOK_BODY_PARSED: {
    area: 'webhooks',
    what: 'The body of the webhook {problem}, but the signature covers the bytes of the request.',
    cause:
      'A body parser such as `express.json()` ran first, a parsed object was passed as `body`, or a platform passes the body in base64.',
    cure: 'Mount the handler before the parser, or read the body with `express.raw()` on this route; `toNodeListener`, `toFastifyPlugin`, `toKoaMiddleware` and `toLambdaHandler` pass on the bytes. As `body` pass `new Uint8Array(await request.arrayBuffer())`, or `Buffer.from(event.body, "base64")`.',
  },
  WEBHOOK_SIGNATURE_MISSING: {
    area: 'webhooks',
    what: 'The request has no `Whereby-Signature` header, so nothing proves that Whereby sent it.',
    cause: 'Someone other than Whereby sent it, a proxy drops the header, or the code reads another header.',
    cure: 'Read `Whereby-Signature`, and let proxies pass it on; if someone else sent the request, refusing it with 401 is right.',
  },
  WEBHOOK_SIGNATURE_MALFORMED: {
    area: 'webhooks',
    what: 'The `Whereby-Signature` header cannot be read: it {problem}.',
    cause: 'The header was joined with another one, was cut, or was not passed as it came.',
    cure: 'Pass the value of the header unchanged; it reads `t=<unix seconds>,v1=<64 hex digits>`.',
  },
  WEBHOOK_SIGNATURE_SCHEME: {
    area: 'webhooks',
    what: 'The `Whereby-Signature` header has no `v1` signature, and no other scheme is accepted in its place.',
    cause: 'Whereby uses a newer scheme, or someone tries to get in with an older one.',
    cure: 'Update react-whereby-embed if Whereby announced a newer scheme; otherwise refusing the request with 401 is right.',
  },
  WEBHOOK_SIGNATURE_MISMATCH: {
    area: 'webhooks',
    what: 'The signature of the webhook does not match its body: {problem}.',
    cause:
      'The secret belongs to another endpoint or contains white space or quotation marks, the body was parsed and serialised again or decoded and trimmed, or the request was forged.',
    cure: 'Compare the secret with the one the dashboard shows for this endpoint (each endpoint has its own), and pass the raw bytes of the body (`arrayBuffer()`).',
  },
  WEBHOOK_TIMESTAMP: {
    area: 'webhooks',
    what: "The signature of the webhook is valid but was made {age} this machine's time, and at most {limit} seconds are allowed.",
    cause: "This machine's clock is wrong, the request waited in a queue, or someone sent an old request again.",
    cure: 'Set the clock (NTP), and raise `tolerance` (seconds) if requests wait on the way.',
  },
  WEBHOOK_BODY_INVALID: {
    area: 'webhooks',
    what: 'The body of the webhook {problem}.',
    cause: 'The connection broke, or, if the signature is valid, something that knows the secret sends another format.',
    cure: 'Check what is configured to send to this endpoint.',
  },
  WEBHOOK_EVENT_INVALID: {
    area: 'webhooks',
    what: 'The body of the webhook {problem}, so it is not a webhook event, although its signature is valid.',
    cause: 'Something that knows the secret sends another format, or the format of the events has changed.',
    cure: 'Check what is configured to send to this endpoint, and update react-whereby-embed if the format has changed.',
  },
  WEBHOOK_EVENT_UNFIT: {
    area: 'webhooks',
    what: 'The function for an event of type {type} did not run: {problem}.',
    cause: 'The format of the events has changed, or something that knows the secret sends another one.',
    cure: 'Pass `onUnknown`, which receives such events, and update react-whereby-embed if the format has changed.',
  },
  WEBHOOK_METHOD: {
    area: 'webhooks',
    what: 'Webhooks are sent with POST, and the method of this request is {method}.',
    cause: 'Someone opened the URL in a browser, or a monitor requests it.',
    cure: 'For a monitor set `health: true` and request `GET .../health`; otherwise there is nothing to do.',
  },
  WEBHOOK_BODY_SLOW: {
    area: 'webhooks',
    what: 'The body of the webhook was not complete within {timeout} ms.',
    cause: 'The network or a proxy is slow, or the sender stopped halfway.',
    cure: 'There is nothing to do, because the sender tries again; look at the proxy if it happens often.',
  },
  WEBHOOK_BODY_TOO_LARGE: {
    area: 'webhooks',
    what: 'The body of the webhook may have at most {limit} bytes.',
    cause: 'Someone other than Whereby sent it, because events have a few kilobytes, or `maxBodyBytes` is too small.',
    cure: 'Raise `maxBodyBytes` if your events are larger.',
  },
  WEBHOOK_STORE_FAILED: {
    area: 'webhooks',
    what: 'The store of the webhook handler could not {action}.',
    cause:
      'The database cannot be reached or refuses the command, or its tables are missing; `error.cause` has the name and codes of its error.',
    cure: "Mend what `error.cause` names; if tables are missing, run the store's migrations. Whereby sends the event again, up to twice within seconds.",
  },
  WEBHOOK_HANDLER_FAILED: {
    area: 'webhooks',
    what: 'A function of the webhook handler failed for an event of type {type}.',
    cause: 'The function threw; `error.cause` has its own error.',
    cure: 'Fix the function. Whereby sends the event again, up to twice within seconds.',
  },
  WEBHOOK_LATE: {
    area: 'webhooks',
    what: 'The event was not handled by the time its request had to be answered.',
    cause: 'A function takes longer than `answerWithin`, or another request is handling the same event.',
    cure: 'Do slow work in a queue, or set `late: "accept"`. Handling goes on, and the next request for the event finds it done; if a process died, the first request after its lease handles the event.',
  },
  WEBHOOK_FAILED: {
    area: 'webhooks',
    what: 'The webhook handler failed before it handled the event.',
    cause: 'A function passed as an option, such as `now`, threw; `error.cause` has its own error.',
    cure: 'Fix the function. Whereby sends the event again, up to twice within seconds.',
  },
  REDIS_LISTENER_MISSING: {
    area: 'webhooks',
    what: 'The Redis client of `redisStore` has no listener for errors, so this process ends when the connection breaks.',
    cause:
      'Clients of `redis` report a broken connection as the event `error`, and Node ends a process in which nobody listens to it.',
    cure: "Add `client.on('error', (error) => console.error(error.message))` before the client connects.",
  },
  WEBHOOK_WAIT_UNTIL: {
    area: 'webhooks',
    what: '`waitUntil` threw, so the runtime may stop before the event is handled.',
    cause:
      'It was taken off its context ("Illegal invocation"), or belongs to another request; `error.cause` has its own error.',
    cure: 'Pass the context of each request to the handler, `webhooks(request, context)`, or `(work) => context.waitUntil(work)` as the option.',
  },
  CRYPTO_MISSING: {
    area: 'webhooks',
    what: 'This runtime has no Web Crypto (`crypto.subtle`), which signatures need.',
    cause: 'The runtime is a Node older than 20, or a page that is not a secure context.',
    cure: 'Use Node 20 or newer, Deno, Bun or a worker.',
  },

  METADATA_KEY_MISSING: {
    area: 'metadata',
    what: 'The key for signed metadata is missing or empty, so anyone could sign.',
    cause: '`key` was read from an environment variable that is not set, or one of several keys is empty.',
    cure: 'Pass a random string of your own, such as 32 bytes in hex, that is kept on the server only.',
  },
  METADATA_OPTIONS_INVALID: {
    area: 'metadata',
    what: 'The metadata cannot be signed or verified: {problem}.',
    cause: 'Signed metadata must be bound to a person, to a room or meeting and to a time, and must fit a room URL.',
    cure: 'Correct the option.',
  },
  METADATA_MISSING: {
    area: 'metadata',
    what: 'The event carries no metadata.',
    cause: 'The participant came with a room URL without metadata, or removed it.',
    cure: 'Treat the participant as unknown.',
  },
  METADATA_MALFORMED: {
    area: 'metadata',
    what: 'The metadata of the event {problem}.',
    cause:
      'The app puts other text into `metadata`, the participant changed it, or it has the simple form and `simple` is not set.',
    cure: 'Create it with `signMetadata`, or treat the participant as unknown.',
  },
  METADATA_SIGNATURE: {
    area: 'metadata',
    what: 'The signature of the metadata does not match.',
    cause: 'The participant changed the metadata, or it was signed with a key that is no longer in `key`.',
    cure: 'While rotating keys, pass the old key too; otherwise treat the participant as unknown.',
  },
  METADATA_FOREIGN: {
    area: 'metadata',
    what: 'The metadata is signed for another {owner}.',
    cause: "Someone copied it from another participant's room URL, or from the room URL of another meeting.",
    cure: 'Treat the participant as unknown. If it happens to everyone, give the room URL the same `externalId` that was signed.',
  },
  METADATA_EXPIRED: {
    area: 'metadata',
    what: 'The metadata had expired by the time of the event: {problem}.',
    cause: 'An old room URL was used, or a `left` event was checked at its own time instead of the time of joining.',
    cure: 'Hand out a new room URL, pass the time of joining as `at` for a `left` event, or raise `maxAge` of the simple form.',
  },

  ATTENDANCE_INPUT_INVALID: {
    area: 'attendance',
    what: 'Attendance cannot be computed: `{input}` must be {wanted}, and is {got}.',
    cause: 'The result of a query or of another function was not awaited, or it holds what is needed in a property.',
    cure: 'Await queries and `identifyAttendees`, and collect pages and streams in a list. Here: {cure}.',
  },
  CSV_OPTION_INVALID: {
    area: 'attendance',
    what: 'CSV cannot be written: {problem}.',
    cause: 'An argument or option of `attendanceToCsv` or `rowsToCsv` has a value it does not take.',
    cure: 'Correct it; an option that is left out has its default.',
  },

  SANDBOX_PORT_TAKEN: {
    area: 'sandbox',
    what: 'The sandbox cannot listen on {address} ({reason}).',
    cause:
      'Another program, perhaps another sandbox, uses the port, it needs rights that you do not have (below 1024), or the address does not belong to this machine.',
    cure: 'Choose another port with `--port` or `port`; 0 takes a free one.',
  },
  SANDBOX_PERSON_INVALID: {
    area: 'sandbox',
    what: 'The sandbox cannot let this person in: {problem}.',
    cause: 'The service refuses such a participant, so the sandbox does too.',
    cure: 'Correct the field.',
  },
  SANDBOX_CERTIFICATE_UNWRITABLE: {
    area: 'sandbox',
    what: 'The sandbox cannot keep its certificate in {folder} ({reason}).',
    cause: 'The folder is read-only, belongs to someone else, or is a file.',
    cure: 'Choose a folder that you can write to with `--tls-folder`.',
  },
  SANDBOX_OPTION_INVALID: {
    area: 'sandbox',
    what: 'The sandbox was given an option it cannot use: {problem}.',
    cause: 'The option has the wrong type, is out of range, or is unknown.',
    cure: 'Correct the option, or leave it out to get the default.',
  },
  SANDBOX_SEED_INVALID: {
    area: 'sandbox',
    what: 'The sandbox cannot load this state: {problem}.',
    cause: 'It is not JSON, or a meeting, a person or a time in it has another shape than documented.',
    cure: 'Correct it as docs/sandbox.md shows, or take a snapshot with `snapshot()` or `GET /_sandbox/snapshot`.',
  },
  SANDBOX_ROOM_UNKNOWN: {
    area: 'sandbox',
    what: 'The sandbox has no room "{roomName}".',
    cause: 'Nobody created it, it was deleted, or the sandbox was reset.',
    cure: 'Create the meeting first, or add it to the seed.',
  },

  FAKE_ROOM_REFUSED: {
    area: 'testing',
    what: 'The fake room was used for something that a real room does not do: {problem}.',
    cause: 'A test emits an event or payload that the protocol does not have, or the app sends such a command.',
    cure: 'Correct the name or the payload; the tables of events and commands list all of them.',
  },
  FAKE_ROOM_IN_BROWSER: {
    area: 'testing',
    what: 'The frame loads a page of another origin, whose window `fakeRoom` cannot replace.',
    cause:
      '`fakeRoom` is for jsdom and happy-dom, where no frame loads, and this test runs in a real browser: Vitest browser mode, Storybook, Cypress or Playwright.',
    cure: 'In Playwright use `fakeRoomInPage`, which responds in place of the room. Elsewhere render the component under jsdom or happy-dom, or let `room` be a room of the sandbox.',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
