import fc from 'fast-check';
import { commands } from 'react-whereby-embed';
import type { CommandName } from 'react-whereby-embed';
import { describe, expect, test } from 'vitest';
import type { CommandDefinition } from '../../../src/protocol/commands.js';
import { acceptsArgument } from '../../../src/protocol/acceptsArgument.js';
import { describeArgument } from '../../../src/protocol/describeArgument.js';

const names = Object.keys(commands) as CommandName[];

describe('acceptsArgument', () => {
  test.each(names)('%s accepts its own arguments, or none, and nothing else', (name) => {
    const { argument = [] }: CommandDefinition = commands[name];
    const accepted: readonly unknown[] = argument === 'boolean' ? [true, false] : argument;
    for (const value of [undefined, ...accepted]) expect(acceptsArgument(name, value)).toBe(true);
    fc.assert(
      fc.property(fc.anything(), (value) => {
        fc.pre(value !== undefined && !accepted.includes(value));
        expect(acceptsArgument(name, value)).toBe(false);
      }),
    );
  });

  test('does not mistake the name of a type for a value of it', () => {
    expect(acceptsArgument('toggleCamera', 'boolean')).toBe(false);
    expect(acceptsArgument('startRecording', 'undefined')).toBe(false);
  });
});

test('describeArgument says in English what a command takes', () => {
  expect(describeArgument('toggleCamera')).toBe('true or false');
  expect(describeArgument('startRecording')).toBe('no argument');
  expect(describeArgument('openSettings')).toMatch(/^one of media, theme, /);
});
