import { createServerError } from '../../errors/createServerError.js';
import { WherebyError } from '../../errors/WherebyError.js';
import type { MetadataKey } from '../metadata/resolveKeys.js';
import { checkChoices, checkInput } from './checkInput.js';
import type { Choices, MeetingSettings } from './checkInput.js';
import { memoryMeetingKeys } from './memoryMeetingKeys.js';
import type { MeetingKeys } from './memoryMeetingKeys.js';
import { createMeetingDesk } from './createMeetingService.js';
import type { CreatedMeeting } from './createMeetingService.js';
import { corsFor, preflight, readOrigins } from './createCors.js';
import { personFor } from './authorizePerson.js';
import type { Authorize, Person } from './authorizePerson.js';
import { readJson } from './readJson.js';
import { createRefusal } from './createRefusal.js';
import { Refusal } from './Refusal.js';
import { readRoute } from './readRoute.js';
import type { MeetingsClient } from './toRefusal.js';

/** Who creates which meeting. */
export interface CreationContext {
  readonly request: Request;
  readonly person: Person;
  /** What the meeting is for, where the page said so. */
  readonly key: string | undefined;
}

export interface RoomsHandlerOptions {
  /** What `createWhereby()` answers. */
  readonly whereby: MeetingsClient;
  /**
   * Who asks, and whether they may: the person with their role, or null for nobody. Asked for every request, and
   * once more with `enter` where a `key` leads to a meeting that is there already. The request's body has been read.
   */
  readonly authorize: Authorize;
  /** What the server decides about new meetings: lock, recording, how long. */
  readonly meeting?:
    MeetingSettings | ((context: CreationContext) => MeetingSettings | Promise<MeetingSettings>) | undefined;
  /** What the browser may choose about new meetings. Nothing, unless said. */
  readonly choose?: Choices | undefined;
  /** Origins besides the server's own whose pages may ask, such as `https://app.example.com`. */
  readonly origins?: readonly string[] | undefined;
  /** Signs everyone's `metadata`, so that your webhooks know whom an event is about. */
  readonly metadataKey?: MetadataKey | undefined;
  /** Where keys of meetings are kept. In the memory of this process, unless said. */
  readonly keys?: MeetingKeys | undefined;
  /** For how many minutes after `endDate` people still get in: a call may take longer. At most 60. Default 0. */
  readonly overrunMinutes?: number | undefined;
  /** Default 16384. */
  readonly maxBodyBytes?: number | undefined;
  /** Called before the first answer with a new meeting's address. Where it throws, the meeting is deleted again. */
  readonly onCreated?: ((meeting: CreatedMeeting, context: CreationContext) => void | Promise<void>) | undefined;
  /** Told of everything that went wrong on the server's side. Writes to the console, unless said. */
  readonly onError?: ((error: unknown, request: Request) => void) | undefined;
  /** Milliseconds, like `Date.now`. */
  readonly now?: (() => number) | undefined;
}

export type RoomsHandler = (request: Request) => Promise<Response>;

const isNotAllowed = (error: unknown) => error instanceof Refusal && error.code === 'NOT_ALLOWED';

const required = (options: Partial<RoomsHandlerOptions>): void => {
  const { authorize, whereby, overrunMinutes: overrun = 0 } = options;
  const invalid = (problem: string) => createServerError('HANDLER_OPTION_INVALID', { problem });
  if (typeof authorize !== 'function') throw invalid('`authorize` is missing, without which anyone could be host');
  if (!whereby?.meetings) throw invalid('`whereby` is missing, which is what `createWhereby()` returns');
  if (!(overrun >= 0 && overrun <= 60))
    throw invalid('`overrunMinutes` must be from 0 to at most 60, after which the room is closed');
};

/**
 * Answers room addresses to the pages of an app: `POST /meetings`, `GET /meetings/<id>` and `DELETE /meetings/<id>`
 * below whatever path it is mounted at. Each person gets the one address of their role and nothing else, so the API
 * key and other people's addresses stay on the server.
 *
 * @throws WherebyError `HANDLER_OPTION_INVALID` when it is made; the handler itself never rejects
 */
export function createRoomsHandler(options: RoomsHandlerOptions): RoomsHandler {
  required(options);
  const { authorize, choose = {}, maxBodyBytes = 16_384, now = Date.now, meeting: settings = {} } = options;
  const origins = readOrigins(options.origins ?? []);
  checkChoices(choose);
  const desk = createMeetingDesk({ ...options, now, keys: options.keys ?? memoryMeetingKeys({ now }) });

  function report(error: unknown, request: Request): void {
    try {
      if (options.onError) options.onError(error, request);
      else console.error(error);
    } catch (fault) {
      console.error(fault);
    }
  }

  async function answer(request: Request): Promise<Response> {
    const route = readRoute(request);
    const asking = { report: (error: unknown) => report(error, request) };
    if (route.type === 'delete') {
      await personFor(authorize, request, { ...route, key: undefined });
      await desk.remove(route.meetingId, asking);
      return new Response(null, { status: 204 });
    }
    if (route.type === 'enter') {
      const person = await personFor(authorize, request, { ...route, key: undefined });
      return Response.json(await desk.enter(person, route.meetingId, asking));
    }
    const input = checkInput(await readJson(request, maxBodyBytes), choose);
    const { key } = input;
    const personOf = (meetingId: string) => personFor(authorize, request, { type: 'enter', meetingId, key });
    let person: Person;
    try {
      person = await personFor(authorize, request, { type: 'create', key, input });
    } catch (refusal) {
      if (key === undefined || !isNotAllowed(refusal)) throw refusal;
      // Who may not create may still be let into what others have made.
      const entered = await desk.enterKept(key, { ...asking, personOf }).catch((problem: unknown) => {
        // That there is such a meeting is not said to who may not enter it.
        throw problem instanceof Refusal && !problem.code.startsWith('SERVICE_') ? refusal : problem;
      });
      if (!entered) throw refusal;
      return Response.json(entered);
    }
    const context = { request, person, key };
    return Response.json(
      await desk.create(input, {
        ...asking,
        person,
        settings: async () => (typeof settings === 'function' ? settings(context) : settings),
        created: async (meeting) => options.onCreated?.(meeting, context),
        personOf,
      }),
    );
  }

  return async (request) => {
    let cors: Readonly<Record<string, string>> = {};
    let response: Response;
    try {
      cors = corsFor(request, origins);
      response = request.method === 'OPTIONS' ? preflight(request, cors) : await answer(request);
    } catch (error) {
      if (!(error instanceof Refusal)) report(error, request);
      const code = error instanceof WherebyError && error.code === 'BODY_CONSUMED' ? error.code : 'SERVER_FAILED';
      const refusal = error instanceof Refusal ? error : createRefusal(code);
      response = refusal.toResponse();
    }
    for (const [name, value] of Object.entries(cors)) response.headers.set(name, value);
    response.headers.set('cache-control', 'no-store');
    response.headers.set('x-content-type-options', 'nosniff');
    // The page's clock may be wrong: this tells it how far a meeting's end is off.
    response.headers.set('date', new Date(now()).toUTCString());
    return response;
  };
}
