import { commands, events } from 'react-whereby-embed';
import { expect, test } from 'vitest';
import { commandNames } from '../../../src/protocol/commands.js';
import type { CommandDefinition } from '../../../src/protocol/commands.js';

// Written out as the service spells them: the registries derive most of these.
const wireTypes = [
  'ready',
  'grant_device_permission',
  'deny_device_permission',
  'precall_check_completed',
  'precall_check_skipped',
  'knock',
  'cancel_knock',
  'join',
  'leave',
  'meeting_end',
  'participantupdate',
  'participant_join',
  'participant_leave',
  'microphone_toggle',
  'camera_toggle',
  'screenshare_toggle',
  'chat_toggle',
  'people_toggle',
  'pip_toggle',
  'streaming_status_change',
  'recording_status_change',
  'transcription_status_change',
  'connection_status_change',
];
const wireCommands = [
  'end_meeting',
  'knock',
  'cancel_knock',
  'leave_room',
  'open_settings',
  'start_recording',
  'stop_recording',
  'start_streaming',
  'stop_streaming',
  'start_live_transcription',
  'stop_live_transcription',
  'toggle_breakout',
  'toggle_camera',
  'toggle_microphone',
  'toggle_people',
  'toggle_screenshare',
  'toggle_chat',
];

test('the 23 events have the names that the service uses', () => {
  expect(Object.values(events).map(({ type }) => type)).toEqual(wireTypes);
});

test('the 17 commands have the names that the service uses', () => {
  expect(Object.values(commands).map(({ command }) => command)).toEqual(wireCommands);
});

test.each(commandNames)('%s is confirmed by an event of the protocol, if by any', (name) => {
  const { confirm }: CommandDefinition = commands[name];
  if (confirm) expect(events).toHaveProperty(confirm);
});
