import fc from 'fast-check';
import { events } from 'react-whereby-embed';
import { expect, test } from 'vitest';
import { readMessage } from '../../../src/protocol/readMessage.js';

const types = Object.values(events).map(({ type }) => type);
const steps = (status: unknown) => ({ camera: status, speaker: status, microphone: status, bandwidth: status });

test('an event of the protocol is read with its prop and payload', () => {
  expect(readMessage({ type: 'join' })).toEqual({ type: 'join', prop: 'onJoin', payload: null });
  expect(readMessage({ type: 'camera_toggle', payload: { enabled: false } })).toEqual({
    type: 'camera_toggle',
    prop: 'onCameraToggle',
    payload: { enabled: false },
  });
  expect(readMessage({ type: 'participantupdate', payload: { count: 3 } })).toMatchObject({ payload: { count: 3 } });
});

test('fields that the protocol does not have are kept in the payload', () => {
  const payload = { byWhom: 'a host', status: 'started', since: 1 };
  expect(readMessage({ type: 'recording_status_change', payload })).toMatchObject({ payload });
});

test('a participant is read with and without the wrapper', () => {
  const person = { metadata: 'm', externalId: null };
  for (const payload of [{ participant: person }, person])
    expect(readMessage({ type: 'participant_join', payload })).toMatchObject({ payload: { participant: person } });
});

test('the steps of a precall check are read as objects and as texts', () => {
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
])('an event that the protocol does not have, or not with this payload, is unknown: %j', (message) => {
  expect(readMessage(message)).toEqual({ type: 'unknown', name: message.type, payload: message.payload });
});

test.each([null, undefined, 'join', 7, true, [], {}, { type: 5 }, { event: 'join' }])(
  'what has not the shape of a message is not read: %j',
  (data) => {
    expect(readMessage(data)).toBeUndefined();
  },
);

test('reading never throws, whatever a room posts', () => {
  fc.assert(
    fc.property(fc.constantFrom(...types), fc.anything(), (type, payload) => {
      expect(readMessage({ type, payload })).toBeDefined();
      readMessage(payload);
    }),
    { numRuns: 2000 },
  );
});
