import type { SelfState } from '../wire.js';
import { createServerError } from '../../errors/createServerError.js';
import { describeNumber } from '../../time/describeNumber.js';
import { checkRules } from './checkRules.js';
import { checkWait } from './checkWait.js';
import { connectPage } from './connectPage.js';
import { createActionRunner } from './createActionRunner.js';
import { createClock } from './createClock.js';
import { createIds, secureRandom } from './createIds.js';
import { createWorldState } from './createWorldState.js';
import { emitRoomEvent, isActive } from './emitWebhooks.js';
import { handleMessage } from './handleMessage.js';
import { insertJob } from './jobs.js';
import { addKnock, admitKnock, cancelKnock, rejectKnock } from './knocks.js';
import { lookUp } from './lookUp.js';
import { addMeeting, deleteMeeting, findMeetingByName } from './meetings.js';
import { normalizeRoomName } from './normalizeRoomName.js';
import { setNetwork } from './networkSamples.js';
import { addPerson, hasSpace, removePerson } from './people.js';
import { isExternalId } from './readPerson.js';
import { rateSession } from './rateSession.js';
import { startRecording, stopRecording } from './recordings.js';
import { defaultRules } from './Rules.js';
import { startStreaming, stopStreaming } from './streams.js';
import { addSummary } from './summaries.js';
import { toIsoTime } from './toIsoTime.js';
import { startTranscription, stopTranscription, transcribeRecording } from './transcriptions.js';
import type { SimulatedPerson, World, WorldOptions } from './World.js';
import type { WorldContext, WorldEvent } from './WorldContext.js';
import type { Meeting, Person, WorldState } from './WorldState.js';

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

/** @throws WherebyError `SANDBOX_OPTION_INVALID` if the clock cannot show the time */
function checkTime(option: string, time: number): void {
  if (typeof time === 'number' && !Number.isNaN(new Date(time).getTime())) return;
  throw createServerError('SANDBOX_OPTION_INVALID', {
    problem: `\`${option}\` leads to a time that is no date: ${describeNumber(time)}`,
  });
}

/**
 * An empty world. It runs in Node and in browsers alike.
 * @throws WherebyError `SANDBOX_OPTION_INVALID`
 */
export function createWorld(options: WorldOptions = {}): World {
  if (options.rules) checkRules(options.rules);
  const clock = options.clock ?? createClock();
  const listeners = new Set<(event: WorldEvent) => void>();
  const changed = new Set<Meeting>();

  const context: WorldContext = {
    state: createWorldState(),
    rules: { ...defaultRules, ...options.rules },
    clock,
    ids: createIds(options.random ?? secureRandom),
    subdomain: options.subdomain ?? 'sandbox',
    hasKnownKeys: options.hasKnownKeys ?? true,
    pages: new Set(),
    emit: (event) => listeners.forEach((listener) => listener(event)),
    markChanged: (meeting) => void changed.add(meeting),
    schedule: (job) => insertJob(context.state.jobs, job),
  };
  const actions = createActionRunner(context, changed);

  /** By its id, or by the name of its room. */
  const find = (idOrName: string): Meeting | undefined => {
    const { meetings, names } = context.state;
    return lookUp(meetings, idOrName) ?? lookUp(meetings, lookUp(names, normalizeRoomName(idOrName)) ?? '');
  };
  const findLive = (idOrName: string): Meeting | undefined => {
    const meeting = find(idOrName);
    return meeting?.deletedAt === null ? meeting : undefined;
  };

  /** Runs an action on a meeting that is not deleted. */
  const inMeeting = <Result>(meetingId: string, change: (meeting: Meeting) => Result): Result | undefined =>
    actions.run(() => {
      const meeting = findLive(meetingId);
      return meeting && change(meeting);
    });

  const createPerson = ({
    role: _role,
    externalId,
    metadata,
    deviceId,
    userAgent,
    dialIn,
    ...self
  }: SimulatedPerson) => {
    if (!isExternalId(externalId ?? null))
      throw createServerError('SANDBOX_PERSON_INVALID', {
        problem: '`externalId` must have 1 to 36 letters, digits, `-` and `_` only',
      });
    return {
      self: { ...defaultSelf, ...self },
      externalId: externalId ?? null,
      metadata: metadata ?? null,
      deviceId: deviceId ?? context.ids.uuid(),
      userAgent: userAgent ?? 'Sandbox (simulated)',
      simulated: true,
      dialIn: dialIn ?? false,
    } satisfies Person;
  };

  type Capture = (context: WorldContext, meeting: Meeting) => boolean;
  const createSwitch = (start: Capture, stop: Capture) => (meetingId: string, on: boolean) =>
    inMeeting(meetingId, (meeting) => (on ? start : stop)(context, meeting)) ?? false;

  const sendClock = () => {
    const now = clock.now();
    context.emit({ type: 'clock', now, frozen: clock.frozen });
    for (const page of context.pages) page.send({ type: 'clock', now: toIsoTime(now) });
  };

  const replaceState = (state: WorldState) => {
    for (const page of context.pages) {
      if (page.participantId || page.knockId) page.send({ type: 'ended' });
      page.participantId = null;
      page.knockId = null;
      page.meetingId = null;
    }
    changed.clear();
    context.state = state;
    actions.run(() => {
      for (const meeting of Object.values(state.meetings)) {
        meeting.knocks = meeting.knocks.filter((knock) => knock.person.simulated);
        for (const id of [...meeting.present])
          if (!state.stays[id]?.simulated) removePerson(context, id, { silent: true });
      }
    });
    context.emit({ type: 'restored' });
  };

  const markDeleted = (record: { deletedAt: number | null } | undefined) => {
    if (record) record.deletedAt ??= clock.now();
  };

  return {
    clock: {
      now: () => clock.now(),
      get frozen() {
        return clock.frozen;
      },
      freeze(at) {
        if (at !== undefined) checkTime('clock.freeze', at);
        actions.run(() => clock.freeze(at));
        sendClock();
      },
      unfreeze() {
        clock.unfreeze();
        actions.run(() => undefined);
        sendClock();
      },
      advance(ms) {
        checkWait('clock.advance', ms);
        checkTime('clock.advance', clock.now() + ms);
        actions.advanceTo(clock.now() + ms);
        sendClock();
      },
    },
    get state() {
      return context.state;
    },
    rules: context.rules,
    subdomain: context.subdomain,
    ids: context.ids,

    createMeeting: (input) => actions.run(() => addMeeting(context, input)),
    deleteMeeting: (meetingId) => inMeeting(meetingId, (meeting) => deleteMeeting(context, meeting)),
    findMeeting: (roomName) => actions.run(() => findMeetingByName(context, roomName)),
    setTheme: (meetingId, theme) =>
      inMeeting(meetingId, (meeting) => {
        meeting.theme = theme;
        context.markChanged(meeting);
      }),
    keyFor: (meetingId, role) =>
      actions.run(() => {
        const meeting = find(meetingId);
        const keys = meeting?.keys ?? {};
        const known = Object.keys(keys).find((key) => keys[key] === role);
        if (known) return known;
        const iat = Math.floor((meeting?.keysMadeAt ?? clock.now()) / 1_000);
        const key = context.ids.token({ meetingId: meeting?.meetingId, roomReference: context.ids.short(), role, iat });
        keys[key] = role;
        return key;
      }),

    revokeKeys: (meetingId, role) =>
      actions.run(() => {
        const keys = find(meetingId)?.keys ?? {};
        for (const key of Object.keys(keys)) if (keys[key] === role) delete keys[key];
      }),

    connect(send, connectOptions = {}) {
      const page = connectPage(context, send, connectOptions);
      return {
        receive: (message) => actions.run(() => page.receive(message)),
        close: () => actions.run(() => page.close()),
      };
    },

    tellAllowed() {
      for (const page of context.pages) page.send({ type: 'allowed', commandsAllowed: page.areCommandsAllowed() });
    },

    join: (meetingId, person = {}) =>
      inMeeting(meetingId, (meeting) =>
        isActive(context, meeting) && hasSpace(context, meeting)
          ? addPerson(context, meeting, person.role ?? 'visitor', createPerson(person))
          : undefined,
      ),
    knock: (meetingId, person = {}) =>
      inMeeting(meetingId, (meeting) =>
        isActive(context, meeting)
          ? addKnock(context, meeting, person.role ?? 'visitor', createPerson(person)).knockId
          : undefined,
      ),
    cancelKnock: (meetingId, knockId) => inMeeting(meetingId, (meeting) => cancelKnock(context, meeting, knockId)),
    admit: (meetingId, knockId) => inMeeting(meetingId, (meeting) => admitKnock(context, meeting, knockId)),
    reject: (meetingId, knockId) => inMeeting(meetingId, (meeting) => rejectKnock(context, meeting, knockId)),
    act: (participantId, message) =>
      actions.run(() => {
        const stay = lookUp(context.state.stays, participantId);
        const meeting = stay?.leftAt === null ? context.state.meetings[stay.meetingId] : undefined;
        if (stay && meeting) handleMessage(context, meeting, stay, message);
      }),
    leave: (participantId) => actions.run(() => removePerson(context, participantId)),

    setNetwork: (participantId, network) =>
      actions.run(() => {
        const stay = lookUp(context.state.stays, participantId);
        if (stay?.leftAt !== null) return false;
        setNetwork(context, stay, network);
        return true;
      }),
    rate: (participantId, { rating, tags = null, comment = null }) =>
      actions.run(() => rateSession(context, participantId, { rating, tags, comment })),

    setRecording: createSwitch(startRecording, stopRecording),
    setStreaming: createSwitch(startStreaming, stopStreaming),
    setTranscription: createSwitch(startTranscription, stopTranscription),
    transcribe: (recordingId) =>
      actions.run(() => {
        const recording = lookUp(context.state.recordings, recordingId);
        const isAvailable = recording?.uploaded && recording.deletedAt === null;
        return isAvailable ? transcribeRecording(context, recording) : undefined;
      }),
    failTranscription: (transcriptionId, error) =>
      actions.run(() => {
        const transcription = lookUp(context.state.transcriptions, transcriptionId);
        if (transcription?.state !== 'in_progress') return false;
        transcription.outcome = { failed: true, error };
        return true;
      }),
    summarize: (transcriptionId, template) =>
      actions.run(() => {
        const transcription = lookUp(context.state.transcriptions, transcriptionId);
        return transcription?.deletedAt === null ? addSummary(context, transcription, template) : undefined;
      }),
    deleteRecording: (id) => actions.run(() => markDeleted(lookUp(context.state.recordings, id))),
    deleteTranscription: (id) => actions.run(() => markDeleted(lookUp(context.state.transcriptions, id))),
    deleteSummary: (id) => actions.run(() => markDeleted(lookUp(context.state.summaries, id))),
    requestAssistant: (meetingId) =>
      inMeeting(meetingId, (meeting) => emitRoomEvent(context, meeting, 'assistant.requested')),

    on(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    snapshot: () => actions.run(() => structuredClone(context.state)),
    restore: (state) => replaceState(structuredClone(state)),
    reset() {
      clock.reset();
      replaceState(createWorldState());
    },
    stop: () => actions.stop(),
  };
}
