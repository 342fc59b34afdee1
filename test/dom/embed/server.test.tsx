import { act } from '@testing-library/react';
import { hydrateRoot } from 'react-dom/client';
import { StrictMode, createRef } from 'react';
import { renderToString } from 'react-dom/server';
import { WherebyEmbed } from 'react-whereby-embed';
import type { WherebyEmbedHandle } from 'react-whereby-embed';
import { afterEach, expect, test, vi } from 'vitest';
import { commandsTo, frame, room, say } from './room.js';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('the server HTML has the frame with its address', () => {
  const html = renderToString(<WherebyEmbed room={room} minimal chat />);
  expect(html).toContain(`src="${room}?minimal&amp;chat=on&amp;jsApi=true&amp;we=1&amp;iframeSource=acme"`);
  expect(html.match(/<iframe/g)).toHaveLength(1);
});

test('a bad room renders its fallback on the server', () => {
  expect(renderToString(<WherebyEmbed room="demo" fallback={({ code }) => <p>{code}</p>} />)).toContain(
    '<p>ROOM_INVALID</p>',
  );
});

test('hydration keeps the frame and warns of nothing', async () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const onJoin = vi.fn();
  const page = <WherebyEmbed room={room} displayName="Ada" groups={['a']} onJoin={onJoin} loading={<p>wait</p>} />;
  const host = document.body.appendChild(document.createElement('div'));
  host.innerHTML = renderToString(page);
  const before = frame();
  const root = await act(() => hydrateRoot(host, page));
  expect(frame()).toBe(before);
  say('onJoin');
  expect(onJoin).toHaveBeenCalledTimes(1);
  expect(error).not.toHaveBeenCalled();
  act(() => root.unmount());
  host.remove();
});

test('assumes after a moment that a server-rendered room is ready, and takes its silence for no failure', async () => {
  vi.useFakeTimers();
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  vi.spyOn(console, 'group').mockImplementation(() => undefined);
  const onError = vi.fn();
  const ref = createRef<WherebyEmbedHandle>();
  const page = (
    <StrictMode>
      <WherebyEmbed room={room} ref={ref} onError={onError} loading={<p>wait</p>} fallback={() => <p>gone</p>} />
    </StrictMode>
  );
  const host = document.body.appendChild(document.createElement('div'));
  host.innerHTML = renderToString(page);
  const root = await act(() => hydrateRoot(host, page));
  const sent = commandsTo();
  void ref.current!.togglePeople(true);
  expect([sent().length, host.textContent]).toEqual([0, 'wait']);
  act(() => void vi.advanceTimersByTime(3000));
  expect([sent().length, host.textContent]).toEqual([1, '']);
  expect(ref.current!.getState().phase).toBe('precall');
  act(() => void vi.advanceTimersByTime(30_000));
  expect(onError).not.toHaveBeenCalled();
  expect(host.textContent).toBe('');
  act(() => root.unmount());
  host.remove();
});
