import { describe, expect, it } from 'vitest';
import { commands } from '../../../src/protocol/commands.js';
import { readCommand } from '../../../src/sandbox/room/session/readCommand.js';

describe('readCommand', () => {
  it.each(Object.entries(commands))('reads %s, with and without its argument', (method, definition) => {
    const { command } = definition;
    expect(readCommand({ command, args: [] })).toEqual({ method, argument: undefined });
    expect(readCommand({ command })).toEqual({ method, argument: undefined });
    const good =
      'argument' in definition ? (definition.argument === 'boolean' ? [true, false] : definition.argument) : [];
    for (const argument of good ?? []) expect(readCommand({ command, args: [argument] })).toEqual({ method, argument });
    for (const argument of ['no such value', 'boolean', 'undefined'])
      expect(readCommand({ command, args: [argument] })).toBeUndefined();
  });

  it.each([null, undefined, 'knock', 7, [], {}, { command: 'constructor' }, { command: 3 }, { type: 'knock' }])(
    'ignores %j',
    (message) => {
      expect(readCommand(message)).toBeUndefined();
    },
  );
});
