import { StrictMode, createRef } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { WherebyEmbed, commands, events } from 'react-whereby-embed';
import type { CommandName, EventProp, RoomEvent, WherebyEmbedHandle, WherebyEmbedProps } from 'react-whereby-embed';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { samples } from '../dom/embed/room.js';
import { frameOf, freshRoom, requestsOf, tell, tellAndWait, until } from './echoRoom.js';

const eventProps = Object.keys(events) as EventProp[];
const commandNames = Object.keys(commands) as CommandName[];

let root: ReturnType<typeof createRoot>;
let host: HTMLElement;
const said: string[] = [];

beforeEach(() => {
  host = document.body.appendChild(document.createElement('div'));
  host.style.height = '400px';
  root = createRoot(host);
  said.length = 0;
  for (const level of ['error', 'warn'] as const)
    vi.spyOn(console, level).mockImplementation((...text) => void said.push(text.map(String).join(' ')));
});

afterEach(() => {
  flushSync(() => root.unmount());
  host.remove();
  vi.restoreAllMocks();
});

const show = (props: WherebyEmbedProps & { ref?: React.Ref<WherebyEmbedHandle> }, strict = false) => {
  const embed = <WherebyEmbed {...props} />;
  flushSync(() => root.render(strict ? <StrictMode>{embed}</StrictMode> : embed));
};

/** Mounts and waits until the room is ready. */
const open = async (
  props: Partial<WherebyEmbedProps> & { room?: string; ref?: React.Ref<WherebyEmbedHandle> } = {},
  strict = false,
) => {
  const onReady = vi.fn();
  const room = props.room ?? freshRoom();
  show({ ...props, room, onReady }, strict);
  await until(() => onReady.mock.calls.length);
  return room;
};

describe('a real frame of another origin', () => {
  test('is requested once, mounted in StrictMode too, and not for renders of its parent', async () => {
    const room = await open({}, true);
    for (let round = 0; round < 10; round++) show({ room, className: `c${round}` }, true);
    await tellAndWait({ type: 'join' });
    expect(await requestsOf(room)).toBe(1);
    expect(said).toEqual([]);
  });

  test('passes every event to its prop with its payload', async () => {
    const handlers = Object.fromEntries(eventProps.map((name) => [name, vi.fn<(payload?: unknown) => void>()]));
    const onEvent = vi.fn<(event: RoomEvent) => void>();
    const room = await open();
    show({ ...handlers, room, onEvent });
    for (const prop of eventProps) {
      await tellAndWait({ type: events[prop].type, payload: samples[prop] });
      expect(handlers[prop]!.mock.lastCall, prop).toEqual([samples[prop]]);
    }
    const known = onEvent.mock.calls.map(([event]) => event).filter(({ type }) => type !== 'unknown');
    expect(known.map((event) => event.type)).toEqual(eventProps.map((prop) => events[prop].type));
  });

  test('sends every command to the room', async () => {
    const heard: unknown[] = [];
    const ref = createRef<WherebyEmbedHandle>();
    await open({
      ref,
      onEvent: (event) => event.type === 'unknown' && event.name === 'test_heard' && heard.push(event.payload),
    });
    for (const name of commandNames) void ref.current![name]();
    await until(() => heard.length === commandNames.length);
    expect(heard).toEqual(
      commandNames.map((name) => ({
        message: { command: commands[name].command, args: name === 'openSettings' ? ['media'] : [] },
        origin: location.origin,
      })),
    );
  });

  test('requests nothing for parameters changed while joined', async () => {
    const room = await open();
    await tellAndWait({ type: 'join' });
    for (let round = 0; round < 5; round++)
      show({
        room,
        displayName: `Ada ${round}`,
        chat: round % 2 === 0,
        minimal: round % 2 === 1,
        groups: [`g${round}`],
        metadata: `${round}`,
      });
    await tellAndWait({ type: 'camera_toggle', payload: { enabled: true } });
    expect(await requestsOf(room)).toBe(1);
  });

  test('requests a room that is missing at first once, and another room once', async () => {
    show({ room: '' });
    const room = await open();
    const other = freshRoom();
    show({ room: other });
    await expect.poll(() => requestsOf(other)).toBe(1);
    expect(await requestsOf(room)).toBe(1);
    said.length = 0;
  });

  test('receives nothing of another frame on the page', async () => {
    const heard: string[] = [];
    const [a, b] = [freshRoom(), freshRoom()];
    flushSync(() =>
      root.render(
        <>
          <WherebyEmbed room={a} data-name="a" onEvent={({ type }) => heard.push(`a ${type}`)} />
          <WherebyEmbed room={b} data-name="b" onEvent={({ type }) => heard.push(`b ${type}`)} />
        </>,
      ),
    );
    await until(() => heard.length === 2);
    heard.length = 0;
    const second = frameOf(host.querySelector('[data-name=b]')!);
    await tellAndWait({ type: 'join' }, second);
    expect(heard.filter((line) => !line.endsWith('unknown'))).toEqual(['b join']);
  });

  test("ignores a message from another window of the room's origin", async () => {
    const onEvent = vi.fn();
    const room = await open();
    show({ room, onEvent });
    const stranger = document.body.appendChild(document.createElement('iframe'));
    stranger.src = freshRoom();
    await new Promise((resolve) => stranger.addEventListener('load', resolve));
    await tellAndWait({ type: 'join' }, stranger);
    await tellAndWait({ type: 'knock' });
    expect(onEvent.mock.calls.map(([{ type }]) => type).filter((type) => type !== 'unknown')).toEqual(['knock']);
    stranger.remove();
  });

  test('does not throw for messages of another shape', async () => {
    const errors: unknown[] = [];
    const listen = (event: ErrorEvent) => errors.push(event.message);
    addEventListener('error', listen);
    await open();
    for (const data of [
      null,
      'join',
      5,
      [],
      {},
      { type: {} },
      { type: 'camera_toggle', payload: 'x' },
      { type: 'participant_join' },
      undefined,
    ])
      tell(data);
    await tellAndWait({ type: 'join' });
    expect(errors).toEqual([]);
    // In development, the first of them is reported.
    expect(said).toEqual([expect.stringContaining('other than a message of a room')]);
    removeEventListener('error', listen);
  });

  test('reports READY_TIMEOUT for a room that posts nothing', async () => {
    const onError = vi.fn();
    show({ room: freshRoom('?silent'), readyTimeout: 300, onError, fallback: ({ code }) => <p>{code}</p> });
    const loaded = new Promise((resolve) => frameOf().addEventListener('load', resolve, { once: true }));
    await until(() => host.textContent?.includes('READY_TIMEOUT'));
    expect(onError.mock.calls.map(([{ code }]) => code)).toEqual(['READY_TIMEOUT']);
    await loaded;
    await tellAndWait({ type: 'ready' });
    await until(() => host.textContent === '');
  });
});
