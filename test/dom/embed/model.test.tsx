import { act, render } from '@testing-library/react';
import fc from 'fast-check';
import * as React from 'react';
import { createRef } from 'react';
import type { ReactNode } from 'react';
import { WherebyEmbed, commands } from 'react-whereby-embed';
import type { MeetingPhase, MeetingState, WherebyEmbedHandle } from 'react-whereby-embed';
import { expect, test, vi } from 'vitest';
import { frames, post, room } from './room.js';

/** React 19.2 has it: https://react.dev/reference/react/Activity */
const { Activity } = React as { Activity?: (props: { mode: 'visible' | 'hidden'; children: ReactNode }) => ReactNode };

/** What the documents promise of a meeting, in its shortest form. */
interface Model {
  phase: MeetingPhase;
  reason: 'left' | 'removed' | 'ended' | undefined;
  /** What the room's page has reported since it loaded: of some devices and panels, and how many people there are. */
  reports: Record<string, unknown>;
  others: string[];
  exits: string[];
  /** Commands that a room has received. */
  sent: string[];
  /** Commands that wait for a room that is ready. */
  waiting: string[];
  isVisible: boolean;
  /** A parameter as it was rendered, and as the frame has it. */
  chat: boolean;
  framedChat: boolean;
  /** From the join on, changed parameters wait for the next load. */
  isFrozen: boolean;
}

const createModel = (): Model => ({
  phase: 'loading',
  reason: undefined,
  reports: {},
  others: [],
  exits: [],
  sent: [],
  waiting: [],
  isVisible: true,
  chat: true,
  framedChat: true,
  isFrozen: false,
});

const isOver = ({ phase }: Model) => phase === 'left' || phase === 'ended';

function forget(model: Model): void {
  model.reports = {};
  model.others = [];
}

/** Whoever was in the meeting is out of it. */
function leave(model: Model, phase: 'left' | 'ended', reason: 'left' | 'removed' | 'ended'): void {
  if (model.phase === 'joined') model.exits.push(reason);
  model.phase = phase;
  model.reason = reason;
  forget(model);
}

/** The room's page has shown that it works. */
function respond(model: Model): void {
  if (model.phase === 'loading') model.phase = 'precall';
}

/** Sends what has waited for a room. If the meeting is over by then, only what needs no meeting. */
function sendWaiting(model: Model): void {
  const waiting = model.waiting.splice(0);
  model.sent.push(...waiting.filter((command) => !isOver(model) || command === commands.openSettings.command));
}

/** Another frame takes the place of the one that there was. */
function loadFrame(model: Model): void {
  if (model.phase === 'joined') model.exits.push('reloaded');
  model.phase = 'loading';
  model.reason = undefined;
  model.framedChat = model.chat;
  model.isFrozen = false;
  forget(model);
}

/** Until the participant has joined, a changed parameter loads the room again. */
function followProps(model: Model): void {
  if (model.isVisible && !model.isFrozen && model.chat !== model.framedChat) loadFrame(model);
}

class Real {
  readonly exits: string[] = [];
  readonly sent: string[] = [];
  readonly ref = createRef<WherebyEmbedHandle>();
  readonly handle: WherebyEmbedHandle;
  readonly #view;

  constructor() {
    this.#view = render(this.#page(true, true));
    this.handle = this.ref.current!;
    this.#record();
  }

  #page(isVisible: boolean, chat: boolean): ReactNode {
    const Boundary = Activity!;
    return (
      <Boundary mode={isVisible ? 'visible' : 'hidden'}>
        <WherebyEmbed ref={this.ref} room={room} chat={chat} onExit={({ reason }) => this.exits.push(reason)} />
      </Boundary>
    );
  }

  /** Notes what is posted to a frame that has not been noted before. */
  #record(): void {
    for (const frame of frames()) {
      const target = frame.contentWindow as (Window & { isRecorded?: boolean }) | null;
      if (!target || target.isRecorded) continue;
      target.isRecorded = true;
      target.postMessage = (message: { command: string }) => void this.sent.push(message.command);
    }
  }

  async change(change: () => void): Promise<void> {
    await act(async () => change());
    this.#record();
  }

  render = ({ isVisible, chat }: Model) => this.change(() => this.#view.rerender(this.#page(isVisible, chat)));

  say = (type: string, payload?: unknown) => this.change(() => post({ type, payload }, frames()[0]!.contentWindow));

  close = () => this.#view.unmount();
}

function check(model: Model, real: Real): void {
  const state: MeetingState = real.handle.getState();
  const { camera, chat, recording, participantCount } = state;
  expect({
    phase: state.phase,
    reason: state.reason,
    reports: JSON.parse(JSON.stringify({ camera, chat, recording, participantCount })) as unknown,
    others: state.participants.map(({ externalId }) => externalId),
    exits: real.exits,
    sent: real.sent,
    chatInUrl: model.isVisible ? new URL(frames()[0]!.src).searchParams.get('chat') : undefined,
  }).toEqual({
    phase: model.phase,
    reason: model.reason,
    reports: model.reports,
    others: model.others,
    exits: model.exits,
    sent: model.sent,
    chatInUrl: model.isVisible ? (model.framedChat ? 'on' : 'off') : undefined,
  });
}

type Command = fc.AsyncCommand<Model, Real>;

const createCommand = (
  name: string,
  run: (model: Model, real: Real) => Promise<void>,
  isPossible: (model: Model) => boolean = () => true,
): Command => ({
  check: isPossible,
  async run(model, real) {
    await run(model, real);
    followProps(model);
    check(model, real);
  },
  toString: () => name,
});

/** The room posts an event; only a frame that is shown has a room. */
const says = (type: string, payload: unknown, change: (model: Model) => void): Command =>
  createCommand(
    `room says ${type} ${JSON.stringify(payload ?? null)}`,
    async (model, real) => {
      await real.say(type, payload);
      if (type === 'ready' && model.phase === 'joined') {
        model.exits.push('reloaded');
        model.phase = 'loading';
        forget(model);
      }
      respond(model);
      change(model);
      sendWaiting(model);
    },
    ({ isVisible }) => isVisible,
  );

const reports = (type: string, payload: Record<string, unknown>, field: string): Command =>
  says(type, payload, (model) => (model.reports[field] = Object.values(payload)[0]));

const person = (externalId: string) => ({ participant: { externalId, metadata: null } });

const roomCommands: readonly Command[] = [
  says('ready', undefined, (model) => {
    model.phase = 'precall';
    model.reason = undefined;
    forget(model);
  }),
  says('knock', undefined, (model) => {
    if (model.phase !== 'joined') model.phase = 'knocking';
  }),
  says('cancel_knock', undefined, (model) => {
    if (model.phase === 'knocking') model.phase = 'precall';
  }),
  says('join', undefined, (model) => {
    model.phase = 'joined';
    model.reason = undefined;
    model.isFrozen = true;
  }),
  says('leave', { removed: false }, (model) => {
    if (model.phase !== 'ended') leave(model, 'left', 'left');
  }),
  says('leave', { removed: true }, (model) => {
    if (model.phase !== 'ended') leave(model, 'left', 'removed');
  }),
  says('meeting_end', undefined, (model) => leave(model, 'ended', 'ended')),
  reports('camera_toggle', { enabled: true }, 'camera'),
  reports('camera_toggle', { enabled: false }, 'camera'),
  reports('chat_toggle', { open: true }, 'chat'),
  reports('recording_status_change', { status: 'started' }, 'recording'),
  reports('participantupdate', { count: 3 }, 'participantCount'),
  says('participant_join', person('bob'), (model) => void model.others.push('bob')),
  says('participant_join', person('eve'), (model) => void model.others.push('eve')),
  says('participant_leave', person('bob'), (model) => {
    const at = model.others.indexOf('bob');
    if (at >= 0) model.others.splice(at, 1);
  }),
];

const nothingHappens = [
  { type: 'join', from: 'https://other.whereby.com' },
  { type: 'camera_toggle', from: undefined },
  { type: 'hologram_toggle', from: undefined },
].map(({ type, from }) =>
  createCommand(
    `a message that does not count: ${type} ${from ?? ''}`,
    (_model, real) => real.change(() => post({ type, payload: { enabled: 'yes' } }, frames()[0]!.contentWindow, from)),
    ({ isVisible }) => isVisible,
  ),
);

const pageCommands: readonly Command[] = [
  ...(['toggleCamera', 'openSettings', 'leaveRoom'] as const).map((method) =>
    createCommand(`page calls ${method}`, async (model, real) => {
      await real.change(() => void real.handle[method]());
      const isRefused = method !== 'openSettings' && isOver(model) && (model.isVisible || method === 'leaveRoom');
      if (isRefused) return;
      (model.isVisible && model.phase !== 'loading' ? model.sent : model.waiting).push(commands[method].command);
    }),
  ),
  createCommand('page renders the same again', (model, real) => real.render(model)),
  createCommand('page renders another parameter', (model, real) => {
    model.chat = !model.chat;
    return real.render(model);
  }),
  createCommand(
    'page reloads the room',
    async (model, real) => {
      await real.change(() => real.handle.reload());
      loadFrame(model);
    },
    ({ isVisible }) => isVisible,
  ),
  createCommand(
    'page hides it',
    async (model, real) => {
      model.isVisible = false;
      await real.render(model);
      if (!isOver(model)) {
        if (model.phase === 'joined') leave(model, 'left', 'left');
        else {
          model.phase = 'idle';
          model.reason = undefined;
          forget(model);
        }
      }
      model.waiting = [];
    },
    ({ isVisible }) => isVisible,
  ),
  createCommand(
    'page shows it again',
    async (model, real) => {
      model.isVisible = true;
      await real.render(model);
      loadFrame(model);
    },
    ({ isVisible }) => !isVisible,
  ),
];

test.runIf(Activity)('whatever room and page do, the meeting is as the documents say', async () => {
  // A message of another origin is explained there, and jsdom says that it does not load what an unloaded frame shows.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const anyCommands = fc.commands(
    [...roomCommands, ...roomCommands, ...nothingHappens, ...pageCommands].map((command) => fc.constant(command)),
    { maxCommands: 30, size: 'max' },
  );
  await fc.assert(
    fc.asyncProperty(anyCommands, async (sequence) => {
      const real = new Real();
      try {
        await fc.asyncModelRun(() => ({ model: createModel(), real }), sequence);
      } finally {
        real.close();
      }
    }),
    { numRuns: 15 },
  );
});
