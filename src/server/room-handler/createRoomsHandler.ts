import { callSafely } from '../callSafely.js';
import { createServerError } from '../../errors/createServerError.js';
import { WherebyError } from '../../errors/WherebyError.js';
import type { Meeting } from '../client/resources/meetingTypes.js';
import { findPerson, isAllowed } from './findPerson.js';
import type { Person, RoomsAction } from './findPerson.js';
import { createErrorLog } from '../http/createErrorLog.js';
import { findForeignRequest } from '../http/findForeignRequest.js';
import type { RequestHandler } from '../http/RequestHandler.js';
import { respondOnPlatform } from '../http/respondOnPlatform.js';
import { withoutBody } from '../http/withoutBody.js';
import { findNumberProblem } from '../findNumberProblem.js';
import { buildCreateMeeting, checkMinutes } from './buildCreateMeeting.js';
import { buildMeetingAnswer } from './buildMeetingAnswer.js';
import { buildScopedKey } from './buildScopedKey.js';
import { callInTime } from '../callInTime.js';
import { checkChoices, checkInput } from './checkInput.js';
import { createCors } from './createCors.js';
import type { CorsHeaders } from './createCors.js';
import { createMeetingsApi } from './createMeetingsApi.js';
import type { Report } from './createMeetingsApi.js';
import { createMeetingService } from './createMeetingService.js';
import { createRefusal } from './createRefusal.js';
import { guardKeys } from './guardKeys.js';
import { memoryMeetingKeys } from './memoryMeetingKeys.js';
import { readJson } from './readJson.js';
import { readRoute } from './readRoute.js';
import { Refusal } from './Refusal.js';
import { fieldOfRole } from './roleFields.js';
import type { RoomsHandlerOptions } from './RoomsHandlerOptions.js';

export type RoomsHandler = RequestHandler;

/**
 * Creates the handler that gives the pages of an app their room URLs: `POST /meetings`, `GET /meetings/<id>` and
 * `DELETE /meetings/<id>` below any mount path. Each person receives the one room URL of their role and nothing else, so
 * the API key and other people's URLs stay on the server.
 *
 * Whoever creates a meeting was authorized to `create`. Everyone who receives a meeting they did not create, also by
 * its key, was authorized to `enter` that meeting. Whoever may not enter it does not learn that it exists.
 *
 * @returns the handler, which never rejects
 * @throws WherebyError `HANDLER_OPTION_INVALID`
 */
export function createRoomsHandler(options: RoomsHandlerOptions): RoomsHandler {
  checkOptions(options);
  const { authorize, choose = {}, metadataKey, maxBodyBytes = 16_384, overrunMinutes = 0, now = Date.now } = options;
  const cors = createCors(options.origins ?? []);
  const api = createMeetingsApi(options.whereby);
  const keys = options.keys ? guardKeys(options.keys) : memoryMeetingKeys({ now });
  const meetings = createMeetingService({ api, keys, overrunMinutes, now });

  const log = createErrorLog();

  function reportError(error: unknown, request: Request, status = 500): void {
    const { onError = (problem: unknown) => log(problem, { status }) } = options;
    void callSafely(() => onError(error, request, { status })).catch((errorOfApp: unknown) =>
      console.error(errorOfApp),
    );
  }

  const respond = async (person: Person, meeting: Meeting, report: Report): Promise<Response> =>
    Response.json(await buildMeetingAnswer(person, meeting, { metadataKey, now, report }));

  async function create(received: Request, report: Report): Promise<Response> {
    const input = await checkInput(await readJson(received, maxBodyBytes), choose);
    const request = withoutBody(received);
    const { key } = input;
    let creator: Person;
    try {
      creator = await findPerson(authorize, request, { type: 'create', key, input });
    } catch (refusal) {
      if (key !== undefined && isRefusal(refusal, 'NOT_ALLOWED'))
        return enterByKey(request, key, undefined, refusal, report);
      throw refusal;
    }
    const { tenant } = creator;
    if (!isAllowed(creator, { type: 'create' })) {
      if (key === undefined) throw createRefusal('NOT_ALLOWED');
      return enterByKey(request, key, tenant, createRefusal('NOT_ALLOWED'), report);
    }
    // The page went away while it was authorized. 499 is what proxies log for that; nobody receives it.
    if (isAborted(received)) return new Response(null, { status: 499 });
    const context = { request, person: creator, key };
    const { meeting, isNew } = await meetings.findOrCreate(
      key === undefined ? undefined : buildScopedKey(tenant, key),
      {
        tenant,
        async buildInput() {
          const { meeting: settings = {} } = options;
          const own = typeof settings === 'function' ? await callInTime('meeting', () => settings(context)) : settings;
          return buildCreateMeeting(own, input, now());
        },
        onCreated: (created) => callInTime('onCreated', () => options.onCreated?.(created, context)),
      },
      report,
    );
    const person = isNew ? creator : await authorizeEnter(request, meeting.meetingId, key);
    return respond(person, meeting, report);
  }

  /** For a person who may not create a meeting, but may be let into the one that others have created. */
  async function enterByKey(
    request: Request,
    key: string,
    tenant: string | undefined,
    refusal: Refusal,
    report: Report,
  ): Promise<Response> {
    const scopedKey = buildScopedKey(tenant, key);
    const meetingId = await meetings.findIdByKey(scopedKey);
    if (meetingId === undefined) throw refusal;
    try {
      // Authorized before the API is called, so that guessing keys costs no request budget.
      const person = await authorizeEnter(request, meetingId, key);
      const meeting = await meetings.findByKey(scopedKey, report);
      if (meeting?.meetingId === meetingId) return await respond(person, meeting, report);
    } catch (error) {
      // Any other refusal would reveal that the meeting exists.
      if (!(error instanceof Refusal) || error.code.startsWith('SERVICE_')) throw error;
    }
    throw refusal;
  }

  /** The person, if they may do this with that meeting. */
  async function authorizeMeeting(request: Request, action: Exclude<RoomsAction, { type: 'create' }>): Promise<Person> {
    const person = await findPerson(authorize, request, action);
    if (!isAllowed(person, action)) throw createRefusal('NOT_ALLOWED');
    const { tenant, meetingId } = person;
    // A meeting that the app's server names is none that a page could guess.
    if (tenant !== undefined && meetingId === undefined && !(await meetings.belongsTo(tenant, action.meetingId)))
      throw createRefusal('MEETING_NOT_FOUND');
    return person;
  }

  const authorizeEnter = (request: Request, meetingId: string, key: string | undefined): Promise<Person> =>
    authorizeMeeting(request, { type: 'enter', meetingId, key });

  async function handle(received: Request): Promise<Response> {
    const report: Report = (error) => reportError(error, received);
    const route = readRoute(received);
    if (route.type === 'create') return create(received, report);
    const request = withoutBody(received);
    switch (route.type) {
      case 'enter': {
        const person = await authorizeEnter(request, route.meetingId, undefined);
        const field = fieldOfRole[person.role];
        const { meetingId = route.meetingId } = person;
        const meeting = await meetings.get(meetingId, field === 'roomUrl' ? [] : [field], report);
        return respond(person, meeting, report);
      }
      case 'delete': {
        const person = await authorizeMeeting(request, { ...route, type: 'delete', key: undefined });
        await api.delete(person.meetingId ?? route.meetingId, report);
        return new Response(null, { status: 204 });
      }
    }
  }

  return async (request, ...platform) => {
    const foreign = findForeignRequest(request);
    if (foreign) {
      const refusal = createRefusal('HANDLER_REQUEST_INVALID', foreign);
      reportError(refusal, request);
      return respondOnPlatform(refusal.toResponse(), [request, ...platform]);
    }
    let corsHeaders: CorsHeaders = {};
    let response: Response;
    try {
      corsHeaders = cors.checkOrigin(request);
      response = request.method === 'OPTIONS' ? cors.respondToPreflight(request, corsHeaders) : await handle(request);
    } catch (error) {
      const refusal = toRefusalOfServer(error);
      // What the service did was reported with its cause.
      if (!refusal.code.startsWith('SERVICE_')) reportError(error, request, refusal.status);
      response = refusal.toResponse();
    }
    for (const [name, value] of Object.entries(corsHeaders)) response.headers.set(name, value);
    response.headers.set('cache-control', 'no-store');
    response.headers.set('x-content-type-options', 'nosniff');
    // The page's clock may be wrong. With this it can compute how long a meeting still lasts.
    response.headers.set('date', new Date(now()).toUTCString());
    return response;
  };
}

function checkOptions(options: Partial<RoomsHandlerOptions>): void {
  const { authorize, whereby, choose = {}, meeting, overrunMinutes = 0 } = options;
  const invalid = (problem: string) => createServerError('HANDLER_OPTION_INVALID', { problem });
  if (typeof authorize !== 'function') throw invalid('`authorize` is missing, without which anyone could be host');
  if (!whereby?.meetings) throw invalid('`whereby` is missing, which is what `createWhereby()` returns');
  // An hour after its end the room is closed.
  const problem = findNumberProblem('overrunMinutes', overrunMinutes, { unit: 'minutes', most: 60 });
  if (problem) throw invalid(problem);
  if (typeof meeting === 'object' && meeting.minutes !== undefined) checkMinutes(meeting.minutes);
  checkChoices(choose);
}

/** Requests of some platforms, such as Azure Functions, have no signal. */
const isAborted = ({ signal }: { readonly signal?: AbortSignal }): boolean => signal?.aborted ?? false;

const isRefusal = (error: unknown, code: Refusal['code']): error is Refusal =>
  error instanceof Refusal && error.code === code;

/** The reason of an unexpected error stays on the server, except that a body parser is in the way. */
function toRefusalOfServer(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const isConsumed = error instanceof WherebyError && error.code === 'BODY_CONSUMED';
  return createRefusal(isConsumed ? 'BODY_CONSUMED' : 'SERVER_FAILED');
}
