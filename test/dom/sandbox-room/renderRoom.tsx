import { act, render } from '@testing-library/react';
import { vi } from 'vitest';
import { buildRoomUrl } from '../../../src/params/buildRoomUrl.js';
import { parseRoomUrl } from '../../../src/params/parseRoomUrl.js';
import type { RoomParams } from '../../../src/params/types.js';
import type { EventProp } from '../../../src/protocol/types.js';
import { createWorld } from '../../../src/sandbox/core/index.js';
import type { NewMeeting } from '../../../src/sandbox/core/index.js';
import { App } from '../../../src/sandbox/room/components/App.js';
import type { Connect } from '../../../src/sandbox/room/connection/types.js';
import type { LabelKey } from '../../../src/sandbox/room/labels/en.js';
import { en } from '../../../src/sandbox/room/labels/en.js';
import { loadLabels } from '../../../src/sandbox/room/labels/loadLabels.js';
import type { CheckStep } from '../../../src/sandbox/room/session/SessionState.js';
import { createSession } from '../../../src/sandbox/room/session/createSession.js';
import { waitUntil } from '../../support/waitUntil.js';

// jsdom has no modal dialogs.
HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
  this.open = true;
};

/** The keys of labels by their English text. */
const labelKeys = new Map(Object.entries(en).map(([key, label]) => [label as string, key as LabelKey]));

/** Not by role: computing every role takes most of a test's time in jsdom. */
const findButton = (name: string) =>
  [...document.querySelectorAll('button')].find((it) => (it.getAttribute('aria-label') ?? it.textContent) === name);

export interface RenderOptions {
  readonly params?: RoomParams;
  readonly role?: 'host' | 'visitor' | 'viewer';
  readonly locked?: boolean;
  readonly roomMode?: 'normal' | 'group';
  readonly granted?: boolean;
  readonly people?: number;
  readonly commandsAllowed?: boolean;
  /** Further settings of the meeting. */
  readonly settings?: Pick<NewMeeting, 'recording' | 'streaming'>;
  /** The steps of the check before the call that fail. */
  readonly broken?: readonly CheckStep[];
}

/** The room page in this document, on a world of its own. */
export async function renderRoom({
  params = {},
  role = 'visitor',
  locked = false,
  roomMode = 'group',
  granted = true,
  people = 0,
  commandsAllowed = true,
  broken = [],
  settings = {},
}: RenderOptions = {}) {
  const world = createWorld({ rules: { startMs: 10 } });
  const meeting = world.createMeeting({
    roomName: '/demo',
    endDate: world.clock.now() + 3_600_000,
    roomMode,
    isLocked: locked,
    ...settings,
    keys: { 'key-host': 'host', 'key-viewer': 'viewer' },
  });
  for (let i = 0; i < people; i += 1)
    world.join(meeting.meetingId, { displayName: `Person ${i}`, camera: i % 2 === 0 });
  // The embedding page: another window of this document.
  const frame = document.body.appendChild(document.createElement('iframe'));
  const embeddingWindow = frame.contentWindow!;
  vi.spyOn(window, 'parent', 'get').mockReturnValue(embeddingWindow);
  const posted: { prop: EventProp; payload: unknown }[] = [];
  let loseConnection: (() => void) | undefined;
  const connect: Connect = ({ onOpen, onMessage, onLost }) => {
    let connection = world.connect(onMessage, { areCommandsAllowed: () => commandsAllowed });
    queueMicrotask(onOpen);
    loseConnection = () => {
      connection.close();
      onLost();
      connection = world.connect(onMessage);
      onOpen();
    };
    return { send: (message) => connection.receive(message), close: () => connection.close() };
  };
  const session = createSession({
    parsed: parseRoomUrl(buildRoomUrl('https://acme.whereby.com/demo', params)),
    roomName: '/demo',
    roomKey: role === 'visitor' ? null : `key-${role}`,
    jsApi: true,
    connect,
    page: { origin: 'https://app.example', post: (prop, payload) => void posted.push({ prop, payload }) },
    deviceId: 'device',
    askDevices: () => Promise.resolve(granted),
    checkDevice: (step) => Promise.resolve({ passed: !broken.includes(step), detail: `The ${step}` }),
  });
  const devices = { ask: () => Promise.resolve(granted), stream: () => null, subscribe: () => () => undefined };
  const labels = await loadLabels(params.lang ?? 'en');
  const view = render(<App session={session} devices={devices} labels={labels} />);
  await act(async () => {
    await waitUntil(() => {
      if (session.getState().phase === 'connecting') throw new Error('still connecting');
    });
  });
  /** Presses the button with this English name, in whatever language the room is. */
  const press = async (name: string, isRequired = true) => {
    const key = labelKeys.get(name);
    const button = findButton(key ? labels[key] : name);
    if (!button) {
      if (isRequired) throw new Error(`no button ${name} in ${document.body.textContent}`);
      return;
    }
    await act(async () => {
      button.click();
      await Promise.resolve();
    });
  };
  /** Sends a command as the embedding page would. */
  const command = async (name: string, ...args: unknown[]) => {
    await act(async () => {
      window.dispatchEvent(new MessageEvent('message', { source: embeddingWindow, data: { command: name, args } }));
      await Promise.resolve();
    });
  };
  return {
    ...view,
    world,
    meeting,
    session,
    posted,
    press,
    command,
    loseConnection: () => act(() => loseConnection?.()),
  };
}
