import type { WherebyErrorCode } from '../../src/errors/codes.generated.js';

/** What people see, what to look at first, and the codes that say more. */
export const symptoms: readonly (readonly [symptom: string, look: string, ...codes: WherebyErrorCode[]])[] = [
  [
    '“The meeting could not be opened”, with a code below it',
    'The console has the line that the code stands for. In a production build, a room of the sandbox needs `allowedHosts`.',
    'ROOM_HOST_REFUSED',
    'ROOM_MISSING',
    'ROOM_INVALID',
  ],
  [
    'A grey frame with a broken page in it',
    'The browser cannot reach the address of `room`: open it in a tab of its own. With the sandbox, check that it is running.',
    'READY_TIMEOUT',
  ],
  [
    'A blank frame, and a line about a policy on the console',
    'The page’s Content-Security-Policy blocks the room, or its Cross-Origin-Embedder-Policy is `require-corp`: see [security and CSP](security-and-csp.md).',
    'FRAME_BLOCKED',
    'READY_TIMEOUT',
  ],
  [
    'The meeting is a strip, 360 px high',
    'Its parent has no height. Give it one, such as `height: 100dvh`; `min-height` is none. See [the tips](controls.md#tips).',
  ],
  [
    'The meeting is narrow, 300 px wide',
    'Its parent is as wide as what is in it, as in a row of a flex container or where items are centred. Give the parent `width: 100%`.',
  ],
  [
    '`onJoin` is not called, although the participant is in the meeting',
    'The page was rendered on a server, and the participant joined before its scripts ran: render `RoomMessageBuffer` before the meeting, see [pages that hydrate late](nextjs.md#pages-that-hydrate-late).',
  ],
  [
    'The room says that there is no such room',
    'The meeting was deleted, or the sandbox runs with `--strict` and nobody has created it.',
  ],
  [
    'Commands and buttons do nothing',
    'The page’s origin is missing from the account’s allowed domains, or the participant is not a host. The room does not say so.',
    'COMMAND_TIMEOUT',
  ],
  [
    'No camera or microphone',
    'The page is not https, a Permissions-Policy denies the device, or the person did.',
    'INSECURE_CONTEXT',
    'PERMISSIONS_POLICY',
  ],
  [
    '“The meeting could not be opened” and “Try again”, for ever',
    'Your server refuses the request: `authorize` returns `null`, or the page sends no session. Look at the response of `/api/whereby`.',
    'SIGN_IN_REQUIRED',
    'NOT_ALLOWED',
  ],
  [
    'The hooks report an answer that is no answer of a room handler',
    'Nothing is mounted at `/api/whereby`, or the development server does not pass it on: see [Vite and Express](vite-and-express.md#the-page).',
    'ROOMS_ANSWER_INVALID',
  ],
  [
    'The server says that there is no API key',
    'Plain Node reads no `.env`: see [the environment of each stack](backend.md#running-it-and-its-environment).',
    'API_KEY_MISSING',
  ],
  ['Webhooks are refused or respond with 500', 'Something read the body before the handler.', 'WEBHOOK_BODY_PARSED'],
  ["Jest says `Must use import to load ES Module` or `Unexpected token 'export'`", 'See [Jest](testing.md#jest).'],
  [
    'Next.js: `Route segment config "dynamic" is not compatible with cacheComponents`, or “uncached data was accessed outside of Suspense”',
    'See [Next.js](nextjs.md).',
  ],
  [
    'The call reloads when another page is shown',
    'Hold it above the routes: see [a call that goes on from page to page](persistent-call.md).',
  ],
];
