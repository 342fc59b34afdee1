import { expect, test } from 'vitest';
import { outcomeAfterMeeting } from '../../../src/meeting/outcomeAfterMeeting.js';
import { commandNames } from '../../../src/protocol/commands.js';

const outcomes = (phase: 'left' | 'ended') =>
  Object.fromEntries(commandNames.map((name) => [name, outcomeAfterMeeting(name, phase)]));

const unconfirmed = { openSettings: undefined, toggleBreakout: undefined };
const impossible = Object.fromEntries(commandNames.map((name) => [name, 'impossible']));

test('after leaving, the room can only be knocked at', () => {
  expect(outcomes('left')).toEqual({
    ...impossible,
    ...unconfirmed,
    leaveRoom: 'done',
    cancelKnock: 'done',
    knock: undefined,
  });
});

test('after the end, there is nothing to leave, to end or to knock at', () => {
  expect(outcomes('ended')).toEqual({
    ...impossible,
    ...unconfirmed,
    leaveRoom: 'done',
    cancelKnock: 'done',
    endMeeting: 'done',
  });
});

test.each(['idle', 'loading', 'precall', 'knocking', 'joined', 'failed'] as const)(
  'the room is asked in the phase %s',
  (phase) => {
    for (const name of commandNames) expect(outcomeAfterMeeting(name, phase)).toBeUndefined();
  },
);
