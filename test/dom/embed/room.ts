import { act } from '@testing-library/react';
import { events } from 'react-whereby-embed';
import type { EventProp } from 'react-whereby-embed';
import { fakeRoom } from 'react-whereby-embed/testing';

export const room = 'https://acme.whereby.com/demo';
export const origin = 'https://acme.whereby.com';

export const frames = (): HTMLIFrameElement[] => [...document.querySelectorAll('iframe')];

export const frame = (): HTMLIFrameElement => {
  const [first] = frames();
  if (!first) throw new Error('there is no frame');
  return first;
};

/** A message as the browser hands it over. */
export function post(data: unknown, source: MessageEventSource | null = frame().contentWindow, from = origin): void {
  act(() => {
    window.dispatchEvent(new MessageEvent('message', { data, source, origin: from }));
  });
}

/** An event of the room, by the prop that hears it. */
export const say = (prop: EventProp, payload?: unknown): void => post({ type: events[prop].type, payload });

/** What the page posts to a frame from now on. A command that no room takes is refused, and fails its test. */
export const commandsTo = (to = frame()) => {
  const room = fakeRoom(to, { act });
  return () => room.commands.map(({ command, args }) => ({ command, args }));
};

export { samples } from '../../support/samples.js';
