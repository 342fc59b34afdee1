import { describe, expect, test, vi } from 'vitest';
import type { CommandDefinition } from '../../../src/protocol/commands.js';
import type { CommandName, EventProp } from '../../../src/protocol/types.js';

// Loaded inside the tests: of a registry that cannot be loaded, its tests say so.
const load = async () => (await import('../../../src/protocol/commands.js')).commands;

const panes = ['media', 'theme', 'integrations', 'streaming', 'effects', 'notifications', 'advanced'];

interface Row {
  readonly argument?: 'boolean' | readonly string[];
  readonly confirm?: EventProp;
  readonly orConfirm?: EventProp;
  readonly status?: string;
  readonly slow?: true;
}

const table: Readonly<Record<CommandName, Row>> = {
  endMeeting: { confirm: 'onMeetingEnd' },
  knock: { confirm: 'onKnock' },
  cancelKnock: { confirm: 'onCancelKnock' },
  leaveRoom: { confirm: 'onLeave', orConfirm: 'onCancelKnock' },
  openSettings: { argument: panes },
  startRecording: { confirm: 'onRecordingStatusChange', status: 'started', slow: true },
  stopRecording: { confirm: 'onRecordingStatusChange', status: 'stopped', slow: true },
  startStreaming: { confirm: 'onStreamingStatusChange', status: 'streaming', slow: true },
  stopStreaming: { confirm: 'onStreamingStatusChange', status: 'stopped', slow: true },
  startLiveTranscription: { confirm: 'onTranscriptionStatusChange', status: 'started', slow: true },
  stopLiveTranscription: { confirm: 'onTranscriptionStatusChange', status: 'stopped', slow: true },
  toggleBreakout: { argument: 'boolean' },
  toggleCamera: { argument: 'boolean', confirm: 'onCameraToggle' },
  toggleMicrophone: { argument: 'boolean', confirm: 'onMicrophoneToggle' },
  togglePeople: { argument: 'boolean', confirm: 'onPeopleToggle' },
  toggleScreenshare: { argument: 'boolean', confirm: 'onScreenshareToggle', slow: true },
  toggleChat: { argument: 'boolean', confirm: 'onChatToggle' },
};

describe('the registry of commands', () => {
  test('has these commands, in this order', async () => {
    expect(Object.keys(await load())).toEqual(Object.keys(table));
  });

  test.each(Object.keys(table) as CommandName[])('has the argument and the confirmation of %s', async (name) => {
    const { command: _command, ...definition }: CommandDefinition = (await load())[name];
    expect({ ...definition, slow: definition.slow || undefined }).toEqual(table[name]);
  });
});

test('each method passes its name and its arguments on, and returns what it gets', async () => {
  const { createCommandMethods } = await import('../../../src/protocol/createCommandMethods.js');
  const send = vi.fn(async () => undefined);
  const methods = createCommandMethods(send);
  const names = Object.keys(methods) as CommandName[];
  expect(names).toEqual(Object.keys(table));
  for (const name of names) {
    const method = methods[name] as (...args: readonly unknown[]) => Promise<void>;
    await method('an argument', name);
    expect(send).toHaveBeenLastCalledWith(name, 'an argument', name);
    expect(method()).toBe(send.mock.results.at(-1)?.value);
  }
});
