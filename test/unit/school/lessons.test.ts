import * as v from 'valibot';
import { expect, test } from 'vitest';
import {
  describeIssue,
  findTimeProblem,
  lessonChange,
  newLesson,
} from '../../../examples/school/server/lessons/LessonInput.js';
import { getState } from '../../../examples/school/server/lessons/readLessons.js';
import { createLog } from '../../../examples/school/server/operations/createLog.js';

const at = (time: string) => new Date(`2026-11-30T${time}:00Z`);
const lesson = { starts_at: at('10:00'), ends_at: at('11:00'), cancelled_at: null };

test.each([
  ['09:44', 'booked'],
  ['09:45', 'open'],
  ['11:14', 'open'],
  ['11:15', 'over'],
] as const)('a lesson from 10 to 11 is at %s %s', (time, state) => {
  expect(getState(lesson, at(time).getTime())).toBe(state);
  expect(getState({ ...lesson, cancelled_at: at('09:00') }, at(time).getTime())).toBe('cancelled');
});

const input = {
  title: 'Piano',
  startsAt: '2026-11-30T10:00:00Z',
  endsAt: '2026-11-30T11:00:00Z',
  timeZone: 'Europe/Berlin',
  teacherId: 'anna',
  studentIds: ['mia'],
  observerIds: [],
};

test.each([
  [{ title: ' ' }, 'title: is empty.'],
  [{ startsAt: 'tomorrow' }, 'startsAt: takes a time in UTC such as 2026-11-30T15:00:00Z.'],
  [{ timeZone: 'Mars/Base' }, 'timeZone: takes the name of a time zone such as Europe/Berlin.'],
  [{ studentIds: [] }, 'studentIds: needs at least one student.'],
  [{ keepRecordingDays: 0 }, 'keepRecordingDays: takes at least 1.'],
])('refuses a lesson with %j by a sentence', (change, sentence) => {
  for (const schema of [newLesson, lessonChange]) {
    const { issues } = v.safeParse(schema, { ...input, ...change });
    expect(describeIssue(issues!)).toBe(sentence);
  }
});

test('a change without a field leaves it as it is', () => {
  expect(v.parse(lessonChange, { title: 'Cello' })).toEqual({ title: 'Cello' });
});

test('a lesson ends after it starts, and within ten hours', () => {
  expect(findTimeProblem(at('10:00'), at('10:00'))).toBe('A lesson ends after it starts.');
  expect(findTimeProblem(at('10:00'), at('20:01'))).toBe('A lesson takes at most ten hours.');
  expect(findTimeProblem(at('10:00'), at('20:00'))).toBeUndefined();
});

test('the log has no secret, wherever it stands, and is a line for each entry', () => {
  const lines: string[] = [];
  const log = createLog(
    () => ['s3cret', ''],
    (line) => lines.push(line),
  );
  log.error('it failed', new Error('with s3cret\nand https://x.test/r?roomKey=eyJ.a-b_c&x=1'), {
    lessonId: 'one',
    at2: 's3cret',
  });
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0]!)).toMatchObject({
    level: 'error',
    what: 'it failed',
    lessonId: 'one',
    error: 'with [secret]\nand https://x.test/r?roomKey=[secret]&x=1',
    at2: '[secret]',
  });
});
