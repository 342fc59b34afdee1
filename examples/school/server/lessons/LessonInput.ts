import * as v from 'valibot';

const minute = 60_000;

const time = v.pipe(
  v.string(),
  v.isoTimestamp('takes a time in UTC such as 2026-11-30T15:00:00Z'),
  v.transform((text) => new Date(text)),
);

const timeZone = v.pipe(
  v.string(),
  v.check((zone) => {
    try {
      return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
    } catch {
      return false;
    }
  }, 'takes the name of a time zone such as Europe/Berlin'),
);

const ids = v.pipe(v.array(v.string()), v.maxLength(50, 'takes at most 50 people'));

const fields = {
  title: v.pipe(v.string(), v.trim(), v.nonEmpty('is empty'), v.maxLength(120, 'takes at most 120 characters')),
  startsAt: time,
  endsAt: time,
  timeZone,
  teacherId: v.string(),
  studentIds: v.pipe(ids, v.nonEmpty('needs at least one student')),
  observerIds: ids,
  askToRecord: v.optional(v.boolean(), true),
  keepRecordingDays: v.optional(
    v.pipe(
      v.number(),
      v.integer('takes whole days'),
      v.minValue(1, 'takes at least 1'),
      v.maxValue(365, 'takes at most 365'),
    ),
    30,
  ),
};

export const newLesson = v.strictObject(fields);
export const lessonChange = v.partial(
  v.strictObject({ ...fields, askToRecord: v.boolean(), keepRecordingDays: fields.keepRecordingDays.wrapped }),
);

/** What is wrong with the times of a lesson. */
export function findTimeProblem(startsAt: Date, endsAt: Date): string | undefined {
  const minutes = (endsAt.getTime() - startsAt.getTime()) / minute;
  if (minutes <= 0) return 'A lesson ends after it starts.';
  return minutes > 600 ? 'A lesson takes at most ten hours.' : undefined;
}

/** The first problem, as a sentence that names the field. */
export const describeIssue = ([issue]: [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): string =>
  `${v.getDotPath(issue) ?? 'The body'}: ${issue.message}.`;
