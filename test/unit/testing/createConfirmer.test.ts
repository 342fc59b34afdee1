import { commands, events } from 'react-whereby-embed';
import { expect, test } from 'vitest';
import { commandNames } from '../../../src/protocol/commands.js';
import type { CommandDefinition } from '../../../src/protocol/commands.js';
import { readMessage } from '../../../src/protocol/readMessage.js';
import { createConfirmer } from '../../../src/testing/createConfirmer.js';
import { createMessage } from '../../../src/testing/createMessage.js';
import { readCommand } from '../../../src/testing/readCommand.js';

test.each(commandNames)('the fake room confirms %s by the event of the protocol', (name) => {
  const { command, confirm, status }: CommandDefinition = commands[name];
  const confirmation = createConfirmer()(readCommand({ command, args: [] }));
  expect(confirmation?.type).toBe(confirm && events[confirm].type);
  if (!confirmation || !confirm) return;
  expect(readMessage(confirmation)).toMatchObject({ prop: confirm });
  expect(createMessage(confirmation.type, confirmation.payload)).toEqual(confirmation);
  if (status) expect(confirmation.payload).toEqual({ status });
});

test('the fake room remembers what is on, so a toggle without an argument changes it', () => {
  const confirm = createConfirmer();
  const toggle = (...args: boolean[]) => confirm(readCommand({ command: 'toggle_chat', args }))?.payload;
  expect([toggle(), toggle(), toggle(true), toggle()]).toEqual([
    { open: true },
    { open: false },
    { open: true },
    { open: false },
  ]);
});
