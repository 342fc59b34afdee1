import { expect, test } from 'vitest';
import {
  isChangingStatus,
  isRunningStatus,
  recordingStatuses,
  streamingStatuses,
  transcriptionStatuses,
} from '../../../src/protocol/statuses.js';

const statuses = [...new Set([...recordingStatuses, ...streamingStatuses, ...transcriptionStatuses])];

test('a recording, stream or transcription runs from its start until it has stopped', () => {
  expect(statuses.filter(isRunningStatus).sort()).toEqual(['started', 'stopping', 'streaming']);
});

test('a status is changing while the room starts or stops', () => {
  expect(statuses.filter(isChangingStatus).sort()).toEqual(['requested', 'starting', 'stopping']);
});

test.each([undefined, true, 'joined'])('%s is neither', (value) => {
  expect([isRunningStatus(value), isChangingStatus(value)]).toEqual([false, false]);
});
