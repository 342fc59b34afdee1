import { expect, test } from 'vitest';
import type { Issue } from '../../../src/errors/WherebyError.js';
import { describeIssue } from '../../../src/params/describeIssue.js';

/** What each cure tells people to do. */
const cures: Readonly<Record<Issue['code'], string>> = {
  INVALID_VALUE: 'Give it a value that it takes, or leave it out',
  CONVERTED_VALUE: 'Write it the way the room reads it',
  UNKNOWN_PARAM: 'Check the spelling',
  RESERVED_PARAM: 'Leave it out',
  DUPLICATE_PARAM: 'Keep one of them',
  SECOND_QUESTION_MARK: 'Use "?" once',
  ROOM_INVALID: 'Copy the whole address of a room, such as https://acme.whereby.com/demo',
  ROOM_REPAIRED: 'Nothing',
  REQUIRES: 'Set the other parameter too',
  CONFLICTS: 'Change one of the two',
  HOST_ONLY: "Use the meeting's hostRoomUrl",
  HIDDEN_BY_MINIMAL: 'minimal hides it already',
};

test.each(Object.entries(cures) as [Issue['code'], string][])('an issue %s says what to do', (code, cure) => {
  const issue = { code, severity: 'warning', param: 'chat', message: 'chat has a fault' } as const;
  const described = describeIssue({ ...issue, hidden: 'not for people' } as Issue);
  expect(described).toEqual({ ...issue, cure: expect.stringMatching(/\.$/) as string });
  expect(described.cure).toContain(cure);
});
