import fc from 'fast-check';
import { commands, events } from 'react-whereby-embed';
import type { EventProp } from 'react-whereby-embed';
import { describe, expect, test } from 'vitest';
import { readMessage } from '../../../src/protocol/readMessage.js';
import { readCommand } from '../../../src/testing/readCommand.js';
import { createAnswers } from '../../../src/testing/createAnswers.js';
import { messageOf } from '../../../src/testing/messageOf.js';
import { samples } from '../../support/samples.js';

const refused = expect.objectContaining({ code: 'FAKE_ROOM_REFUSED' });

describe('what a fake room says', () => {
  test.each(Object.keys(events) as EventProp[])('%s is said as it is in the protocol', (prop) => {
    const { type } = events[prop];
    expect(readMessage(messageOf(type, samples[prop] ?? undefined))).toMatchObject({ type, prop });
  });

  test.each([
    ['hologram', undefined],
    ['onJoin', undefined],
    ['', undefined],
    ['camera_toggle', undefined],
    ['camera_toggle', { open: true }],
    ['camera_toggle', { enabled: 'true' }],
    ['leave', undefined],
    ['participant_join', { metadata: 'm' }],
    ['participant_join', { participant: { metadata: 5, externalId: null } }],
    ['precall_check_completed', { status: 'passed', steps: { camera: 'passed' } }],
    ['recording_status_change', { status: 'paused' }],
    ['join', { loud: true }],
  ])('"%s" with %j is refused', (type, payload) => {
    expect(() => messageOf(type, payload)).toThrow(refused);
  });
});

describe('what a fake room takes', () => {
  test.each(Object.entries(commands))('%s is taken under its name', (method, { command }) => {
    expect(readCommand({ command, args: [] })).toEqual({ method, command, args: [] });
  });

  test.each([
    null,
    'knock',
    {},
    { command: 'knock' },
    { command: 'knock', args: [true] },
    { command: 'dance', args: [] },
    { command: 'toggle_camera', args: ['on'] },
    { command: 'toggle_camera', args: ['boolean'] },
    { command: 'start_recording', args: ['x'] },
    { command: 'toggle_camera', args: [true, true] },
    { command: 'open_settings', args: ['wallpaper'] },
  ])('%j is refused', (message) => {
    expect(() => readCommand(message)).toThrow(refused);
  });

  test('anything else is refused too, and with no other error', () => {
    const known = Object.values(commands).map(({ command }) => command);
    fc.assert(
      fc.property(fc.anything(), (message) => {
        fc.pre(!known.includes((message as { command?: string } | null)?.command ?? ''));
        expect(() => readCommand(message)).toThrow(refused);
      }),
    );
  });
});

test.each(Object.entries(commands))('%s is answered by the event that confirms it', (method, definition) => {
  const { command, confirm, status } = definition as { command: string; confirm?: EventProp; status?: string };
  const answer = createAnswers()(readCommand({ command, args: [] }));
  expect(answer?.type).toBe(confirm && events[confirm].type);
  if (!answer || !confirm) return;
  expect(readMessage(answer)).toMatchObject({ prop: confirm });
  expect(messageOf(answer.type, answer.payload)).toEqual(answer);
  if (status) expect(answer.payload).toEqual({ status });
  expect(method in commands).toBe(true);
});

test('a switch that is turned over twice is answered with both states', () => {
  const answer = createAnswers();
  const toggle = (...args: boolean[]) => answer(readCommand({ command: 'toggle_chat', args }))?.payload;
  expect([toggle(), toggle(), toggle(true), toggle()]).toEqual([
    { open: true },
    { open: false },
    { open: true },
    { open: false },
  ]);
});
