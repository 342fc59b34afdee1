import type { FromRooms, Role, SelfState, ToRooms } from '../wire.js';
import * as capture from './capture.js';
import { createClock } from './createClock.js';
import type { Clock } from './createClock.js';
import { act, connectPage } from './connectPage.js';
import type { LinkOptions } from './connectPage.js';
import { toIsoTime } from './WorldContext.js';
import type { WorldContext, WorldEvent } from './WorldContext.js';
import { insertJob, runJob } from './jobs.js';
import { addKnock, admitKnock, cancelKnock, rejectKnock } from './knocks.js';
import { addMeeting, deleteMeeting, findMeetingByName } from './meetings.js';
import type { NewMeeting } from './meetings.js';
import { addStay, endStay, hasRoomFor } from './stays.js';
import { findSessionToRate, setNetwork } from './quality.js';
import { createIds, secureRandom } from './createIds.js';
import type { Ids, Random } from './createIds.js';
import { isHost } from './roles.js';
import { buildRoomState } from './buildRoomState.js';
import { defaultRules } from './Rules.js';
import type { Rules } from './Rules.js';
import { emptyState, lookUp } from './WorldState.js';
import type {
  Meeting,
  Network,
  Person,
  Rating,
  Recording,
  Stay,
  Summary,
  Transcription,
  WorldState,
} from './WorldState.js';
import { emitRoomEvent } from './emitWebhooks.js';

export interface WorldOptions {
  readonly rules?: Partial<Rules>;
  readonly clock?: Clock;
  readonly random?: Random;
  /** What rooms' addresses begin with. Default `sandbox`. */
  readonly subdomain?: string;
}

/** A person the sandbox plays. */
export interface SimulatedPerson extends Partial<SelfState> {
  readonly role?: Role;
  readonly externalId?: string | null;
  readonly metadata?: string | null;
  /** The same for two stays is the same person twice. */
  readonly deviceId?: string;
  readonly userAgent?: string;
  readonly dialIn?: boolean;
}

export interface Connection {
  /** Takes what the room page sent. */
  receive(message: ToRooms): void;
  /** The page is gone. Calling it twice does nothing more. */
  close(): void;
}

/** Meetings, the rooms they are held in, and everyone inside, under a clock that can be moved. */
export interface World {
  readonly clock: Pick<Clock, 'now' | 'frozen'> & {
    freeze(at?: number): void;
    unfreeze(): void;
    /** Moves time on, doing everything that falls due on the way, each at its own time. In ms. */
    advance(ms: number): void;
  };
  /** Everything there is, for reading. */
  readonly state: WorldState;
  readonly rules: Rules;
  readonly subdomain: string;
  readonly ids: Ids;

  createMeeting(input: NewMeeting): Meeting;
  deleteMeeting(meetingId: string): void;
  /** By room name, with or without its slash. Deleted ones too. */
  findMeeting(roomName: string): Meeting | undefined;
  setTheme(meetingId: string, theme: Meeting['theme']): void;
  /** A key that gives its holder this role in the room. */
  keyFor(meetingId: string, role: Role): string;

  /** A room page: `send` hears everything of wire.ts that concerns it. */
  connect(send: (message: FromRooms) => void, options?: LinkOptions): Connection;

  /** Puts a simulated person into the room, lock or no lock. Answers undefined where it is full or there is no room. */
  join(meetingId: string, person?: SimulatedPerson): Stay | undefined;
  /** A simulated person knocks. Answers the knock's id. */
  knock(meetingId: string, person?: SimulatedPerson): string | undefined;
  cancelKnock(meetingId: string, knockId: string): void;
  admit(meetingId: string, knockId: string): Stay | undefined;
  reject(meetingId: string, knockId: string): void;
  /** Anyone in the room does what a room page could have asked for. */
  act(participantId: string, message: ToRooms): void;
  leave(participantId: string): void;

  /** Gives someone in a room a network of this kind from now on; the insights' samples follow it. False where there is nobody of that id. */
  setNetwork(participantId: string, network: Partial<Network>): boolean;
  /** Someone who is or was in a room rates the session they are in or were last in. False where there is none. */
  rate(participantId: string, rating: Pick<Rating, 'rating'> & Partial<Pick<Rating, 'tags' | 'comment'>>): boolean;

  setRecording(meetingId: string, on: boolean): boolean;
  setStreaming(meetingId: string, on: boolean): boolean;
  setTranscription(meetingId: string, on: boolean): boolean;
  transcribe(recordingId: string): Transcription | undefined;
  /** Decides how a transcription in progress will end. */
  failTranscription(transcriptionId: string, error: string): boolean;
  summarize(transcriptionId: string, template: string): Summary | undefined;
  deleteRecording(recordingId: string): void;
  deleteTranscription(transcriptionId: string): void;
  deleteSummary(summaryId: string): void;
  requestAssistant(meetingId: string): void;

  on(listener: (event: WorldEvent) => void): () => void;
  /** A copy of everything, as JSON. */
  snapshot(): WorldState;
  /** Puts a snapshot back. Whoever is connected is put out; browsers in the snapshot are taken to have left. */
  restore(state: WorldState): void;
  /** Empties the world and sets its clock to real time, running. */
  reset(): void;
  /** Stops the timer. Nothing falls due by itself any more. */
  stop(): void;
}

/** Longer waits overflow in every runtime's timer; the wait is then taken in steps. */
const LONGEST_WAIT = 2_000_000_000;

const defaultSelf: SelfState = {
  displayName: 'Guest',
  avatarUrl: null,
  camera: true,
  microphone: true,
  screenshare: false,
  cameraEffect: null,
  handRaised: false,
  group: null,
};

/** An empty world. Runs anywhere: it knows neither Node nor a page. */
export function createWorld(options: WorldOptions = {}): World {
  const clock = options.clock ?? createClock();
  const listeners = new Set<(event: WorldEvent) => void>();
  const dirty = new Set<Meeting>();
  let depth = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  const context: WorldContext = {
    state: emptyState(),
    rules: { ...defaultRules, ...options.rules },
    clock,
    ids: createIds(options.random ?? secureRandom),
    subdomain: options.subdomain ?? 'sandbox',
    links: new Set(),
    emit: (event) => listeners.forEach((listener) => listener(event)),
    touch: (meeting) => void dirty.add(meeting),
    schedule: (job) => insertJob(context.state.jobs, job),
  };

  const flush = () => {
    for (const meeting of dirty) {
      dirty.delete(meeting);
      context.emit({ type: 'meeting', meetingId: meeting.meetingId });
      const looking = [...context.links].filter((link) => link.meetingId === meeting.meetingId);
      for (const link of looking) {
        const role = link.participantId ? context.state.stays[link.participantId]?.role : undefined;
        link.send({ type: 'room', room: buildRoomState(context, meeting, role !== undefined && isHost(role)) });
      }
    }
  };

  /** Runs what is due, each at its own time, up to `until`. */
  const runDue = (until: number, move: boolean) => {
    for (let job = context.state.jobs[0]; job && job.at <= until; job = context.state.jobs[0]) {
      context.state.jobs.shift();
      if (move && job.at > clock.now()) clock.set(job.at);
      runJob(context, job);
    }
  };

  const arm = () => {
    clearTimeout(timer);
    const next = context.state.jobs[0];
    if (!next || clock.frozen || stopped) return;
    timer = setTimeout(() => action(() => undefined), Math.min(Math.max(0, next.at - clock.now()), LONGEST_WAIT));
    // In Node a waiting room must not keep a program alive.
    (timer as { unref?: () => void }).unref?.();
  };

  /** Every change goes through here: first what fell due, then the change, then all that must be told, once. */
  const action = <Result>(change: () => Result): Result => {
    depth += 1;
    try {
      if (depth === 1) runDue(clock.now(), false);
      return change();
    } finally {
      if (depth === 1) {
        flush();
        arm();
      }
      depth -= 1;
    }
  };

  const live = (meetingId: string): Meeting | undefined => {
    const meeting = lookUp(context.state.meetings, meetingId);
    return meeting && meeting.deletedAt === null ? meeting : undefined;
  };

  const person = ({ role: _role, externalId, metadata, deviceId, userAgent, dialIn, ...self }: SimulatedPerson) =>
    ({
      self: { ...defaultSelf, ...self },
      externalId: externalId ?? null,
      metadata: metadata ?? null,
      deviceId: deviceId ?? context.ids.uuid(),
      userAgent: userAgent ?? 'Sandbox (simulated)',
      simulated: true,
      dialIn: dialIn ?? false,
    }) satisfies Person;

  const toggle =
    (start: typeof capture.startRecording, stop: typeof capture.startRecording) => (meetingId: string, on: boolean) =>
      action(() => {
        const meeting = live(meetingId);
        return meeting ? (on ? start : stop)(context, meeting) : false;
      });

  const tellClock = () => {
    const now = clock.now();
    context.emit({ type: 'clock', now, frozen: clock.frozen });
    for (const link of context.links) link.send({ type: 'clock', now: toIsoTime(now) });
  };

  const put = (state: WorldState) => {
    for (const link of context.links) {
      if (link.participantId || link.knockId) link.send({ type: 'ended' });
      link.participantId = null;
      link.knockId = null;
      link.meetingId = null;
    }
    dirty.clear();
    context.state = state;
    action(() => {
      for (const meeting of Object.values(state.meetings)) {
        meeting.knocks = meeting.knocks.filter((knock) => knock.person.simulated);
        for (const id of [...meeting.present]) if (!state.stays[id]?.simulated) endStay(context, id, { silent: true });
      }
    });
    context.emit({ type: 'restored' });
  };

  const marked = (record: { deletedAt: number | null } | undefined) => {
    if (record) record.deletedAt ??= clock.now();
  };

  return {
    clock: {
      now: () => clock.now(),
      get frozen() {
        return clock.frozen;
      },
      freeze(at) {
        action(() => clock.freeze(at));
        tellClock();
      },
      unfreeze() {
        clock.unfreeze();
        action(() => undefined);
        tellClock();
      },
      advance(ms) {
        const until = clock.now() + ms;
        action(() => {
          runDue(until, true);
          if (until > clock.now()) clock.set(until);
        });
        tellClock();
      },
    },
    get state() {
      return context.state;
    },
    rules: context.rules,
    subdomain: context.subdomain,
    ids: context.ids,

    createMeeting: (input) => action(() => addMeeting(context, input)),
    deleteMeeting: (meetingId) =>
      action(() => {
        const meeting = live(meetingId);
        if (meeting) deleteMeeting(context, meeting);
      }),
    findMeeting: (roomName) => action(() => findMeetingByName(context, roomName)),
    setTheme: (meetingId, theme) =>
      action(() => {
        const meeting = live(meetingId);
        if (!meeting) return;
        meeting.theme = theme;
        context.touch(meeting);
      }),
    keyFor: (meetingId, role) =>
      action(() => {
        const keys = lookUp(context.state.meetings, meetingId)?.keys ?? {};
        const known = Object.keys(keys).find((key) => keys[key] === role);
        if (known) return known;
        const key = context.ids.token({ meetingId, role });
        keys[key] = role;
        return key;
      }),

    connect(send, linkOptions = {}) {
      const { receive, close } = connectPage(context, send, linkOptions);
      return {
        receive: (message) => action(() => receive(message)),
        close: () => action(close),
      };
    },

    join: (meetingId, who = {}) =>
      action(() => {
        const meeting = live(meetingId);
        if (!meeting || !hasRoomFor(context, meeting)) return undefined;
        return addStay(context, meeting, who.role ?? 'visitor', person(who));
      }),
    knock: (meetingId, who = {}) =>
      action(() => {
        const meeting = live(meetingId);
        return meeting && addKnock(context, meeting, who.role ?? 'visitor', person(who)).knockId;
      }),
    cancelKnock: (meetingId, knockId) =>
      action(() => {
        const meeting = live(meetingId);
        if (meeting) cancelKnock(context, meeting, knockId);
      }),
    admit: (meetingId, knockId) =>
      action(() => {
        const meeting = live(meetingId);
        return meeting && admitKnock(context, meeting, knockId);
      }),
    reject: (meetingId, knockId) =>
      action(() => {
        const meeting = live(meetingId);
        if (meeting) rejectKnock(context, meeting, knockId);
      }),
    act: (participantId, message) =>
      action(() => {
        const stay = lookUp(context.state.stays, participantId);
        const meeting = stay && stay.leftAt === null ? context.state.meetings[stay.meetingId] : undefined;
        if (stay && meeting) act(context, meeting, stay, message);
      }),
    leave: (participantId) => action(() => endStay(context, participantId)),

    setNetwork: (participantId, network) =>
      action(() => {
        const stay = lookUp(context.state.stays, participantId);
        if (stay?.leftAt !== null) return false;
        setNetwork(context, stay, network);
        return true;
      }),
    rate: (participantId, { rating, tags = null, comment = null }) =>
      action(() => {
        const stay = lookUp(context.state.stays, participantId);
        const meeting = stay && context.state.meetings[stay.meetingId];
        const roomSessionId = meeting && findSessionToRate(context, meeting, stay);
        if (!roomSessionId) return false;
        stay.rating = { roomSessionId, rating, tags, comment };
        return true;
      }),

    setRecording: toggle(capture.startRecording, capture.stopRecording),
    setStreaming: toggle(capture.startStreaming, capture.stopStreaming),
    setTranscription: toggle(capture.startTranscription, capture.stopTranscription),
    transcribe: (recordingId) =>
      action(() => {
        const recording: Recording | undefined = lookUp(context.state.recordings, recordingId);
        return recording?.uploaded && recording.deletedAt === null
          ? capture.transcribeRecording(context, recording)
          : undefined;
      }),
    failTranscription: (transcriptionId, error) =>
      action(() => {
        const it = lookUp(context.state.transcriptions, transcriptionId);
        if (it?.state !== 'in_progress') return false;
        it.outcome = { failed: true, error };
        return true;
      }),
    summarize: (transcriptionId, template) =>
      action(() => {
        const it = lookUp(context.state.transcriptions, transcriptionId);
        return it && it.deletedAt === null ? capture.summarize(context, it, template) : undefined;
      }),
    deleteRecording: (id) => action(() => marked(lookUp(context.state.recordings, id))),
    deleteTranscription: (id) => action(() => marked(lookUp(context.state.transcriptions, id))),
    deleteSummary: (id) => action(() => marked(lookUp(context.state.summaries, id))),
    requestAssistant: (meetingId) =>
      action(() => {
        const meeting = live(meetingId);
        if (meeting) emitRoomEvent(context, meeting, 'assistant.requested');
      }),

    on(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    snapshot: () => action(() => structuredClone(context.state)),
    restore: (state) => put(structuredClone(state)),
    reset() {
      clock.reset();
      put(emptyState());
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
