import { expect, test } from 'vitest';
import { endOfStay } from '../../../src/meeting/endOfStay.js';
import { initialState } from '../../../src/meeting/initialState.js';
import type { MeetingPhase, MeetingState } from '../../../src/meeting/MeetingState.js';

const at = (phase: MeetingPhase, reason?: MeetingState['reason']) =>
  ({ ...initialState, phase, reason }) as MeetingState;

test.each([
  ['left', 'left', 'left'],
  ['left', 'removed', 'removed'],
  ['ended', 'ended', 'ended'],
  // The room's page has loaded again.
  ['precall', undefined, 'reloaded'],
  ['loading', undefined, 'reloaded'],
] as const)('who was in the meeting and is in phase %s, reason %s, has been %s', (phase, reason, exit) => {
  expect(endOfStay(at('joined'), at(phase, reason))).toBe(exit);
});

test('who still is in the meeting, or was not, ends no stay', () => {
  expect(endOfStay(at('joined'), at('joined'))).toBeUndefined();
  for (const phase of ['precall', 'knocking', 'left'] as const) {
    expect(endOfStay(at(phase), at('left', 'left'))).toBeUndefined();
    expect(endOfStay(at(phase), at('joined'))).toBeUndefined();
  }
});
