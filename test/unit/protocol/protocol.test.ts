import fc from 'fast-check';
import { commands, events } from 'react-whereby-embed';
import { describe, expect, test } from 'vitest';
import { readMessage } from '../../../src/protocol/readMessage.js';

/** Written out by hand, as the service spells them: the registries derive most of these. */
const wireTypes =
  'ready grant_device_permission deny_device_permission precall_check_completed precall_check_skipped knock cancel_knock join leave meeting_end participantupdate participant_join participant_leave microphone_toggle camera_toggle screenshare_toggle chat_toggle people_toggle pip_toggle streaming_status_change recording_status_change transcription_status_change connection_status_change';
const wireCommands =
  'end_meeting knock cancel_knock leave_room open_settings start_recording stop_recording start_streaming stop_streaming start_live_transcription stop_live_transcription toggle_breakout toggle_camera toggle_microphone toggle_people toggle_screenshare toggle_chat';

const steps = (status: unknown) => ({ camera: status, speaker: status, microphone: status, bandwidth: status });

describe('names on the wire', () => {
  test('of the 23 events', () => {
    expect(Object.values(events).map(({ type }) => type)).toEqual(wireTypes.split(' '));
  });

  test('of the 17 commands', () => {
    expect(Object.values(commands).map(({ command }) => command)).toEqual(wireCommands.split(' '));
  });

  test('every confirming event exists', () => {
    for (const { confirm } of Object.values<{ confirm?: string | undefined }>(commands))
      if (confirm) expect(events).toHaveProperty(confirm);
  });
});

describe('messages', () => {
  test('of the contract come out with their prop and payload', () => {
    expect(readMessage({ type: 'join' })).toEqual({ type: 'join', prop: 'onJoin', payload: null });
    expect(readMessage({ type: 'camera_toggle', payload: { enabled: false } })).toEqual({
      type: 'camera_toggle',
      prop: 'onCameraToggle',
      payload: { enabled: false },
    });
    expect(readMessage({ type: 'participantupdate', payload: { count: 3 } })).toMatchObject({ payload: { count: 3 } });
  });

  test('keep what the room says besides', () => {
    const payload = { byWhom: 'a host', status: 'started', since: 1 };
    expect(readMessage({ type: 'recording_status_change', payload })).toMatchObject({ payload });
  });

  test('of a participant are read with and without their wrapper', () => {
    const person = { metadata: 'm', externalId: null };
    for (const payload of [{ participant: person }, person])
      expect(readMessage({ type: 'participant_join', payload })).toMatchObject({ payload: { participant: person } });
  });

  test('of the test before joining are read with steps as objects and as texts', () => {
    for (const step of ['passed', { status: 'passed' }])
      expect(
        readMessage({ type: 'precall_check_completed', payload: { status: 'passed', steps: steps(step) } }),
      ).toMatchObject({
        payload: { status: 'passed', steps: steps({ status: 'passed' }) },
      });
  });

  test.each([
    { type: 'camera_toggle' },
    { type: 'camera_toggle', payload: { enabled: 'yes' } },
    { type: 'participantupdate', payload: { count: '3' } },
    { type: 'recording_status_change', payload: { status: 'banana' } },
    { type: 'participant_join', payload: null },
    { type: 'precall_check_completed', payload: { status: 'perhaps' } },
    { type: 'something_new', payload: { a: 1 } },
  ])('outside the contract are unknown: %j', (message) => {
    expect(readMessage(message)).toEqual({ type: 'unknown', name: message.type, payload: message.payload });
  });

  test.each([null, undefined, 'join', 7, true, [], {}, { type: 5 }, { event: 'join' }])(
    'of another shape are none: %j',
    (data) => {
      expect(readMessage(data)).toBeUndefined();
    },
  );

  test('of any kind never throw', () => {
    fc.assert(
      fc.property(fc.constantFrom(...wireTypes.split(' ')), fc.anything(), (type, payload) => {
        expect(readMessage({ type, payload })).toBeDefined();
        readMessage(payload);
      }),
      { numRuns: 2000 },
    );
  });
});
