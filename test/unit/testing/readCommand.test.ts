import fc from 'fast-check';
import { commands } from 'react-whereby-embed';
import { expect, test } from 'vitest';
import { readCommand } from '../../../src/testing/readCommand.js';

const refused = expect.objectContaining({ code: 'FAKE_ROOM_REFUSED' });

test.each(Object.entries(commands))('the fake room takes %s under its name on the wire', (method, { command }) => {
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
])('the fake room refuses %j', (message) => {
  expect(() => readCommand(message)).toThrow(refused);
});

test('a refusal says what the command takes', () => {
  expect(() => readCommand({ command: 'toggle_camera', args: ['on'] })).toThrow(
    '"toggleCamera" takes true or false, but was sent as {"command":"toggle_camera","args":["on"]}',
  );
});

test('the fake room refuses everything that is not a command, and throws no other error', () => {
  const known = Object.values(commands).map(({ command }) => command);
  fc.assert(
    fc.property(fc.anything(), (message) => {
      fc.pre(!known.includes((message as { command?: string } | null)?.command ?? ''));
      expect(() => readCommand(message)).toThrow(refused);
    }),
  );
});
