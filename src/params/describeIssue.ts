import type { Issue } from '../errors/WherebyError.js';

/** What to do about each kind of issue. */
const cures: Readonly<Record<Issue['code'], string>> = {
  INVALID_VALUE: 'Give it a value that it takes, or leave it out. The room ignores this one.',
  CONVERTED_VALUE: 'Write it the way the room reads it.',
  UNKNOWN_PARAM: 'Check the spelling. The room is likely to ignore it.',
  RESERVED_PARAM: 'Leave it out: the package sets it.',
  DUPLICATE_PARAM: 'Keep one of them.',
  SECOND_QUESTION_MARK: 'Use "?" once, before the first parameter, and "&" before each of the others.',
  ROOM_INVALID: 'Copy the whole address of a room, such as https://acme.whereby.com/demo.',
  ROOM_REPAIRED: 'Nothing: it was read as it was meant. Copy the repaired address from here.',
  REQUIRES: 'Set the other parameter too, or leave this one out.',
  CONFLICTS: 'Change one of the two.',
  HOST_ONLY: "Use the meeting's hostRoomUrl for hosts, and leave it out for everybody else.",
  HIDDEN_BY_MINIMAL: 'Leave it out: minimal hides it already.',
};

/** An issue with what to do about it. */
export const describeIssue = ({ code, severity, param, message }: Issue) => ({
  code,
  severity,
  param,
  message,
  cure: cures[code],
});
