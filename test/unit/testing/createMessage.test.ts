import { events } from 'react-whereby-embed';
import { expect, test } from 'vitest';
import { eventProps } from '../../../src/protocol/events.js';
import { readMessage } from '../../../src/protocol/readMessage.js';
import { createMessage } from '../../../src/testing/createMessage.js';
import { samples } from '../../support/samples.js';

test.each(eventProps)('the fake room posts %s as the protocol has it', (prop) => {
  const { type } = events[prop];
  expect(readMessage(createMessage(type, samples[prop] ?? undefined))).toMatchObject({ type, prop });
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
])('the fake room refuses to post "%s" with %j', (type, payload) => {
  expect(() => createMessage(type, payload)).toThrow(expect.objectContaining({ code: 'FAKE_ROOM_REFUSED' }));
});
