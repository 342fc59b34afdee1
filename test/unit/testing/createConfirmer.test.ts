import { commands, events } from 'react-whereby-embed';
import { expect, test } from 'vitest';
import { commandNames } from '../../../src/protocol/commands.js';
import type { CommandDefinition } from '../../../src/protocol/commands.js';
import { readMessage } from '../../../src/protocol/readMessage.js';
import { createConfirmer } from '../../../src/testing/createConfirmer.js';
import { createMessage } from '../../../src/testing/createMessage.js';
import { readCommand } from '../../../src/testing/readCommand.js';

const readTyped = (command: string, ...args: unknown[]) => readCommand({ command, args });

test.each(commandNames)('the fake room confirms %s by the event of the protocol', (name) => {
  const { command, confirm, status }: CommandDefinition = commands[name];
  const confirmations = createConfirmer().confirm(readTyped(command));
  if (!confirm) return expect(confirmations).toEqual([]);
  expect(confirmations.map(({ type }) => type)).toContain(events[confirm].type);
  for (const message of confirmations) {
    expect(readMessage(message)).toMatchObject({ type: message.type });
    expect(createMessage(message.type, message.payload)).toEqual(message);
  }
  if (status) expect(confirmations.at(-1)?.payload).toEqual({ status });
});

test('the fake room remembers what is on, so a toggle without an argument changes it', () => {
  const { confirm, follow } = createConfirmer();
  const toggle = (...args: boolean[]) => confirm(readTyped('toggle_chat', ...args))[0]?.payload;
  expect([toggle(), toggle(), toggle(true), toggle()]).toEqual([
    { open: true },
    { open: false },
    { open: true },
    { open: false },
  ]);
  follow({ type: 'chat_toggle', payload: { open: true } });
  expect(toggle()).toEqual({ open: false });
});

test('camera and microphone of the fake room are on when the participant comes in', () => {
  const { confirm } = createConfirmer();
  for (const device of ['camera', 'microphone'])
    expect(confirm(readTyped(`toggle_${device}`))).toEqual([{ type: `${device}_toggle`, payload: { enabled: false } }]);
});
