import { withLeadingSlash } from '../../../server/withLeadingSlash.js';
import { lookUp } from '../../core/index.js';
import type { Meeting, SimulatedPerson } from '../../core/index.js';
import type { ToRooms } from '../../wire.js';
import type { Mischief } from '../deliveries/types.js';
import type { Fault } from '../Faults.js';
import type { Sandbox, SandboxSnapshot } from '../Sandbox.js';
import type { Seed } from '../Seed.js';
import { eventTypes, InputError, neededText, number, oneOf, roles, text, texts, time, yesNo } from './readInput.js';
import type { Input } from './readInput.js';
import { buildOverview } from './buildOverview.js';

/** Thrown where a path names nothing; answered with 404. */
export class NothingThere extends Error {}

const nobody = () => new NothingThere('nobody of that id is in a room');

export interface ControlRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below `/_sandbox`. */
  readonly path: string;
  readonly does: string;
  /** Fields of the body, for the documentation. */
  readonly takes?: string;
  run(sandbox: Sandbox, input: Input, param: (name: string) => string): unknown;
}

/** What is there and what is not said is left out, as optional properties want it. */
const given = <Fields extends object>(fields: Fields) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Fields]?: Exclude<Fields[Key], undefined>;
  };

function meetingOf(sandbox: Sandbox, roomName: string): Meeting {
  const { state } = sandbox.world;
  const meeting = lookUp(state.meetings, lookUp(state.names, withLeadingSlash(roomName)) ?? '');
  if (!meeting || meeting.deletedAt !== null) throw new NothingThere(`there is no room ${withLeadingSlash(roomName)}`);
  return meeting;
}

const person = (input: Input): SimulatedPerson =>
  given({
    displayName: text(input, 'displayName'),
    role: oneOf(input, 'role', roles),
    externalId: text(input, 'externalId'),
    metadata: text(input, 'metadata'),
    deviceId: text(input, 'deviceId'),
    avatarUrl: text(input, 'avatarUrl'),
    camera: yesNo(input, 'camera'),
    microphone: yesNo(input, 'microphone'),
    screenshare: yesNo(input, 'screenshare'),
    dialIn: yesNo(input, 'dialIn'),
  });

const personFields =
  'displayName, role, externalId, metadata, deviceId, avatarUrl, camera, microphone, screenshare, dialIn';

const fault = (input: Input): Fault => {
  const headers = input['headers'];
  return {
    ...given({
      path: text(input, 'path'),
      method: text(input, 'method'),
      times: number(input, 'times'),
      latencyMs: number(input, 'latencyMs'),
      status: statusOf(input),
      body: text(input, 'body'),
      drop: oneOf(input, 'drop', ['before', 'after']),
    }),
    ...(typeof headers === 'object' && headers ? { headers: headers as Readonly<Record<string, string>> } : {}),
  };
};

function positive(input: Input, name: string): number | undefined {
  const value = number(input, name);
  if (value !== undefined && value < 1) throw new InputError(`${name} must be 1 or more`);
  return value;
}

function percent(input: Input, name: string): number | undefined {
  const value = number(input, name);
  if (value !== undefined && value > 100) throw new InputError(`${name} must be from 0 to 100`);
  return value;
}

/** The statuses an answer can be built with. */
function statusOf(input: Input): number | undefined {
  const status = number(input, 'status');
  if (status !== undefined && !(Number.isInteger(status) && status >= 200 && status <= 599))
    throw new InputError('status must be from 200 to 599');
  return status;
}

const mischief = (input: Input): Mischief =>
  given({
    type: oneOf(input, 'type', eventTypes),
    times: number(input, 'times'),
    lose: yesNo(input, 'lose'),
    duplicate: number(input, 'duplicate'),
    delayMs: number(input, 'delayMs'),
  });

/** THE LIST of what can be done over HTTP. `GET /_sandbox` answers it. */
export const controlRoutes: readonly ControlRoute[] = [
  {
    method: 'GET',
    path: '/state',
    does: 'Addresses, time, meetings with who is inside, endpoints, faults.',
    run: (sandbox) => buildOverview(sandbox),
  },
  {
    method: 'POST',
    path: '/clock',
    does: 'Freezes the clock (at a time, or where it stands), lets it run, or moves it on.',
    takes: 'freeze (true or ISO time), unfreeze, advanceMs, advanceMinutes',
    run(sandbox, input) {
      const { clock } = sandbox;
      if (yesNo(input, 'unfreeze')) clock.unfreeze();
      const at = input['freeze'] === true || input['freeze'] === 'true' ? clock.now() : time(input, 'freeze');
      if (at !== undefined) clock.freeze(at);
      const ms = (number(input, 'advanceMs') ?? 0) + (number(input, 'advanceMinutes') ?? 0) * 60_000;
      if (ms) clock.advance(ms);
      return { now: new Date(clock.now()).toISOString(), frozen: clock.frozen };
    },
  },
  {
    method: 'POST',
    path: '/seed',
    does: 'Adds meetings and people.',
    takes: 'a seed',
    run: (sandbox, input) => sandbox.seed(input as Seed),
  },
  { method: 'GET', path: '/snapshot', does: 'Everything, as JSON.', run: (sandbox) => sandbox.snapshot() },
  ...(['PUT', 'POST'] as const).map((method): ControlRoute => ({
    method,
    path: '/snapshot',
    does: 'Puts a snapshot back.',
    takes: 'a snapshot',
    run: (sandbox, input) => sandbox.restore(input as unknown as SandboxSnapshot),
  })),
  {
    method: 'POST',
    path: '/reset',
    does: 'As it was started: empty but for its seed, real time, no faults, no deliveries.',
    run: (sandbox) => sandbox.reset(),
  },
  {
    method: 'POST',
    path: '/meetings',
    does: 'Creates a meeting, with a name of your choosing.',
    takes: 'roomName, endDate, isLocked, roomMode',
    run(sandbox, input) {
      const roomName = text(input, 'roomName');
      if (roomName !== undefined && !/^\/?[\w-]+$/.test(roomName))
        throw new InputError('roomName may hold letters, digits, - and _ only');
      if (roomName !== undefined && lookUp(sandbox.world.state.names, withLeadingSlash(roomName)))
        throw new InputError(`there is a room ${withLeadingSlash(roomName)} already, or was one`);
      const meeting = sandbox.world.createMeeting({
        endDate: time(input, 'endDate') ?? sandbox.clock.now() + 86_400_000,
        ...given({
          roomName,
          isLocked: yesNo(input, 'isLocked'),
          roomMode: oneOf(input, 'roomMode', ['normal', 'group']),
        }),
      });
      return { meetingId: meeting.meetingId, roomUrl: sandbox.roomUrl(meeting.roomName) };
    },
  },
  {
    method: 'GET',
    path: '/rooms/:roomName/url/:role',
    does: 'The address that gives a role in a room.',
    run(sandbox, _input, param) {
      const role = oneOf({ role: param('role') }, 'role', roles);
      return { url: sandbox.roomUrl(meetingOf(sandbox, param('roomName')).roomName, role) };
    },
  },
  {
    method: 'POST',
    path: '/rooms/:roomName/delete',
    does: 'Deletes the meeting: everyone is put out.',
    run: (sandbox, _input, param) => sandbox.world.deleteMeeting(meetingOf(sandbox, param('roomName')).meetingId),
  },
  {
    method: 'POST',
    path: '/rooms/:roomName/people',
    does: 'A simulated person enters, lock or no lock.',
    takes: personFields,
    run(sandbox, input, param) {
      const stay = sandbox.world.join(meetingOf(sandbox, param('roomName')).meetingId, person(input));
      if (!stay) throw new InputError('the room is full');
      return { participantId: stay.participantId };
    },
  },
  {
    method: 'POST',
    path: '/rooms/:roomName/knocks',
    does: 'A simulated person knocks.',
    takes: personFields,
    run: (sandbox, input, param) => ({
      knockId: sandbox.world.knock(meetingOf(sandbox, param('roomName')).meetingId, person(input)),
    }),
  },
  {
    method: 'POST',
    path: '/rooms/:roomName/knocks/:knockId',
    does: 'Answers or withdraws a knock, a real person’s too.',
    takes: 'answer: admit, reject or cancel',
    run(sandbox, input, param) {
      const { meetingId, knocks } = meetingOf(sandbox, param('roomName'));
      const knockId = param('knockId');
      if (!knocks.some((knock) => knock.knockId === knockId)) throw new NothingThere('there is no such knock');
      const answer = oneOf(input, 'answer', ['admit', 'reject', 'cancel']);
      if (answer === 'admit') {
        const stay = sandbox.world.admit(meetingId, knockId);
        if (!stay) throw new InputError('the room is full');
        return { participantId: stay.participantId };
      }
      if (answer === 'reject') sandbox.world.reject(meetingId, knockId);
      else if (answer === 'cancel') sandbox.world.cancelKnock(meetingId, knockId);
      else throw new InputError('answer must be admit, reject or cancel');
      return undefined;
    },
  },
  {
    method: 'POST',
    path: '/rooms/:roomName/capture',
    does: 'Starts or stops recording, streaming and transcription.',
    takes: 'recording, streaming, transcription (true or false)',
    run(sandbox, input, param) {
      const { meetingId } = meetingOf(sandbox, param('roomName'));
      const { world } = sandbox;
      const [recording, streaming, transcription] = ['recording', 'streaming', 'transcription'].map((name) =>
        yesNo(input, name),
      );
      if (recording !== undefined) world.setRecording(meetingId, recording);
      if (streaming !== undefined) world.setStreaming(meetingId, streaming);
      if (transcription !== undefined) world.setTranscription(meetingId, transcription);
    },
  },
  {
    method: 'POST',
    path: '/rooms/:roomName/assistant',
    does: 'A host invites an assistant; its endpoint is told.',
    run: (sandbox, _input, param) => sandbox.world.requestAssistant(meetingOf(sandbox, param('roomName')).meetingId),
  },
  {
    method: 'POST',
    path: '/people/:participantId/leave',
    does: 'Someone leaves.',
    run: (sandbox, _input, param) => sandbox.world.leave(param('participantId')),
  },
  {
    method: 'POST',
    path: '/people/:participantId/act',
    does: 'Someone in a room does what a room page could ask for, such as { "type": "say", "text": "Hello" }.',
    takes: 'a message of the rooms’ socket',
    run(sandbox, input, param) {
      neededText(input, 'type');
      sandbox.world.act(param('participantId'), input as unknown as ToRooms);
    },
  },
  {
    method: 'POST',
    path: '/people/:participantId/network',
    does: 'Gives someone in a room a network of this kind from now on; the samples of the insights follow it.',
    takes: 'packetLossSend, packetLossRecv (per cent), maxBitrate (bits per second, or null)',
    run(sandbox, input, param) {
      const network = given({
        packetLossSend: percent(input, 'packetLossSend'),
        packetLossRecv: percent(input, 'packetLossRecv'),
      });
      const limit = 'maxBitrate' in input ? { maxBitrate: number(input, 'maxBitrate') ?? null } : {};
      if (!sandbox.world.setNetwork(param('participantId'), { ...network, ...limit })) throw nobody();
    },
  },
  {
    method: 'POST',
    path: '/people/:participantId/rating',
    does: 'Someone rates the session they are in or were last in.',
    takes: 'rating (1 to 5), tags, comment',
    run(sandbox, input, param) {
      const rating = number(input, 'rating');
      if (rating === undefined || rating < 1 || rating > 5) throw new InputError('rating must be from 1 to 5');
      const said = given({ tags: texts(input, 'tags'), comment: text(input, 'comment') });
      if (!sandbox.world.rate(param('participantId'), { rating, ...said }))
        throw new NothingThere('nobody of that id was in a session');
    },
  },
  {
    method: 'POST',
    path: '/transcriptions/:transcriptionId/fail',
    does: 'Lets a transcription in progress end in a failure.',
    takes: 'error',
    run(sandbox, input, param) {
      if (!sandbox.world.failTranscription(param('transcriptionId'), text(input, 'error') ?? 'Failed in the sandbox'))
        throw new NothingThere('there is no such transcription in progress');
    },
  },
  {
    method: 'POST',
    path: '/webhooks',
    does: 'Sends events to an address from now on.',
    takes: 'url, secret, types',
    run(sandbox, input) {
      const url = neededText(input, 'url');
      if (!/^https?:/.test(url) || !URL.canParse(url)) throw new InputError('url must be an http or https address');
      const { id } = sandbox.webhooks.addEndpoint(
        url,
        given({ secret: text(input, 'secret'), types: texts(input, 'types') }),
      );
      return { id };
    },
  },
  {
    method: 'POST',
    path: '/webhooks/:id/remove',
    does: 'Sends no more events there.',
    run: (sandbox, _input, param) => sandbox.webhooks.removeEndpoint(param('id')),
  },
  {
    method: 'POST',
    path: '/events',
    does: 'Sends an event that did not happen, with every field of its type.',
    takes: 'type, roomName, data',
    run(sandbox, input) {
      const type = oneOf(input, 'type', eventTypes);
      if (!type) throw new InputError('type is required');
      const data = input['data'];
      return sandbox.trigger(type, {
        ...given({ roomName: text(input, 'roomName') }),
        ...(typeof data === 'object' && data ? { data: data as Input } : {}),
      });
    },
  },
  {
    method: 'GET',
    path: '/deliveries',
    does: 'Every delivery with its attempts, oldest first.',
    run: (sandbox) => sandbox.webhooks.list(),
  },
  {
    method: 'POST',
    path: '/deliveries/next',
    does: 'Loses, duplicates or delays the next deliveries.',
    takes: 'type, times, lose, duplicate, delayMs',
    run: (sandbox, input) => sandbox.webhooks.next(mischief(input)),
  },
  {
    method: 'POST',
    path: '/deliveries/hold',
    does: 'Keeps new events back until they are released.',
    run: (sandbox) => sandbox.webhooks.hold(),
  },
  {
    method: 'POST',
    path: '/deliveries/release',
    does: 'Sends what was held.',
    takes: 'order: same, reverse, or ids of deliveries',
    run(sandbox, input) {
      const order = input['order'];
      sandbox.webhooks.release(
        order === undefined || order === 'same' || order === 'reverse' ? order : (texts(input, 'order') ?? 'same'),
      );
    },
  },
  {
    method: 'POST',
    path: '/deliveries/settings',
    does: 'Changes how events are sent, from the next attempt on.',
    takes: 'timeoutMs, retryDelaysMs, resignOnRetry, sign, wrongSecret, concurrency',
    run(sandbox, input) {
      const delays = input['retryDelaysMs'];
      if (delays !== undefined && !(Array.isArray(delays) && delays.every((one) => typeof one === 'number')))
        throw new InputError('retryDelaysMs must be an array of numbers');
      sandbox.webhooks.set({
        ...given({
          timeoutMs: positive(input, 'timeoutMs'),
          resignOnRetry: yesNo(input, 'resignOnRetry'),
          sign: yesNo(input, 'sign'),
          concurrency: positive(input, 'concurrency'),
        }),
        ...(Array.isArray(delays) ? { retryDelaysMs: delays as readonly number[] } : {}),
        ...('wrongSecret' in input ? { wrongSecret: text(input, 'wrongSecret') ?? null } : {}),
      });
      return sandbox.webhooks.settings;
    },
  },
  {
    method: 'POST',
    path: '/deliveries/:id/resend',
    does: 'Sends a delivery again, with the same id and body.',
    run(sandbox, _input, param) {
      if (!sandbox.webhooks.resend(param('id'))) throw new NothingThere('there is no such delivery');
    },
  },
  { method: 'GET', path: '/faults', does: 'What goes wrong with requests.', run: (sandbox) => sandbox.faults.list() },
  {
    method: 'POST',
    path: '/faults',
    does: 'Lets requests go wrong.',
    takes: 'path, method, times, latencyMs, status, body, headers, drop (before or after)',
    run: (sandbox, input) => sandbox.faults.add(fault(input)),
  },
  {
    method: 'POST',
    path: '/faults/clear',
    does: 'Everything goes right again.',
    run: (sandbox) => sandbox.faults.clear(),
  },
  {
    method: 'POST',
    path: '/drop-connections',
    does: 'Cuts every room page off, as a lost network would.',
    run: (sandbox) => sandbox.dropConnections(),
  },
  {
    method: 'POST',
    path: '/allowed-domains',
    does: 'Origins whose pages may send commands; all where none are named.',
    takes: 'domains',
    run: (sandbox, input) => sandbox.setAllowedDomains(texts(input, 'domains') ?? null),
  },
  { method: 'GET', path: '/log', does: 'Requests to the REST API.', run: (sandbox) => sandbox.log() },
];
