import { act } from '@testing-library/react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { WherebyEmbed } from 'react-whereby-embed';
import { afterEach, expect, test, vi } from 'vitest';
import { frame, room, say } from './room.js';

afterEach(() => vi.restoreAllMocks());

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
