import { describe, expect, test } from 'vitest';
import { createAttendance, summarizeAttendance } from 'react-whereby-embed/server';
import type { AttendanceEvent, AttendanceStreamOptions, AttendanceSummary } from 'react-whereby-embed/server';
import { at, SimulatedMeeting } from '../../support/SimulatedMeeting.js';

/** With so many changes, those before the room was last empty, long enough ago, are added up and removed. */
const changesToSettle = 4096;
const hour = 3_600_000;

function streamOf(events: readonly AttendanceEvent[], options: AttendanceStreamOptions) {
  const attendance = createAttendance(options);
  for (const event of events) attendance.add(event);
  return attendance;
}

/** What of a summary is the same whether or not events were removed. */
const sumsOf = ({
  people,
  sessionSeconds,
  togetherSeconds,
  peak,
  firstIn,
  lastOut,
  ...summary
}: AttendanceSummary) => ({
  people: people.map(({ id, seconds, minutes, firstIn: first, lastOut: last, stays, earlierStays }) => {
    return { id, seconds, minutes, first, last, stays: stays.length + earlierStays };
  }),
  sessionSeconds,
  togetherSeconds,
  peak,
  firstIn,
  lastOut,
  sessions: summary.sessions.length + summary.earlierSessions,
  discrepancies: summary.discrepancies.length + summary.earlierDiscrepancies,
});

/** Ada comes for half of every minute; nobody else does. */
function everyMinute(count: number, meeting = new SimulatedMeeting()): SimulatedMeeting {
  for (let minute = 0; minute < count; minute++) meeting.join(minute, 'ada').leave(minute + 0.5, 'ada');
  return meeting;
}

/** An event that arrives late: of someone who was there for no time. */
const late = (minute: number): AttendanceEvent => ({
  id: `late-${minute}`,
  type: 'room.client.left',
  createdAt: at(minute),
  data: { participantId: 'late', roleName: 'visitor', displayName: 'Late' },
});

describe('a stream with `settleAfter`', () => {
  const { events } = everyMinute(changesToSettle / 2);
  /** The minute of the last event, when the room was empty. */
  const last = changesToSettle / 2 - 0.5;

  test('adds up what was before the room was last empty, and keeps what is later', () => {
    const summary = streamOf(events, { settleAfter: hour }).summary();
    const [ada] = summary.people;
    // Of the hour before the last event, which began when Ada left: that is not longer ago than an hour.
    expect(ada).toMatchObject({ earlierStays: events.length / 2 - 61, firstIn: at(0), seconds: events.length * 15 });
    expect(ada?.stays).toHaveLength(61);
    expect(sumsOf(summary)).toEqual(sumsOf(summarizeAttendance(events)));
  });

  test('keeps everything until there is enough to remove', () => {
    const summary = streamOf(events.slice(1), { settleAfter: hour }).summary();
    expect(summary.people[0]?.earlierStays).toBe(0);
    expect(streamOf(events, {}).summary().people[0]?.earlierStays).toBe(0);
    expect(streamOf(events, { settleAfter: Infinity }).summary().people[0]?.earlierStays).toBe(0);
  });

  test('with 0 keeps only what the last event is about', () => {
    const summary = streamOf(events, { settleAfter: 0 }).summary();
    expect(summary.people[0]).toMatchObject({ earlierStays: events.length / 2 - 1, stays: [{}] });
    expect(sumsOf(summary)).toEqual(sumsOf(summarizeAttendance(events)));
  });

  test('counts an event that arrives late as unused if what was then is added up', () => {
    const stream = streamOf(events, { settleAfter: hour });
    stream.add(late(last - 62));
    expect(stream.summary()).toMatchObject({ unused: 1, people: [{ id: 'ada' }] });
    stream.add(late(last - 60));
    expect(stream.summary()).toMatchObject({ unused: 1, people: [{ id: 'ada' }, { id: 'late' }] });
  });

  test('removes nothing while the room has never been empty', () => {
    const always = new SimulatedMeeting().join(0, 'host');
    const stream = streamOf(everyMinute(changesToSettle, always).events, { settleAfter: hour });
    expect(stream.summary().people.map(({ earlierStays }) => earlierStays)).toEqual([0, 0]);
  });

  test('removes what was before the room was empty for the only time, at its first event', () => {
    const first: AttendanceEvent = {
      ...late(0),
      data: { participantId: 'late', roleName: 'visitor', numClients: 0, numClientsByRoleName: {} },
    };
    const always = new SimulatedMeeting().join(1, 'host').join(2, 'ada');
    for (let minute = 3; always.events.length < changesToSettle; minute++)
      always.leave(minute, 'ada').join(minute + 0.5, 'ada');
    const stream = streamOf([first, ...always.events], { settleAfter: hour });
    stream.add(late(-1));
    expect(stream.summary()).toMatchObject({ unused: 1 });
  });

  test('keeps whoever is there when the limit falls into their stay', () => {
    // The limit lies between joining and leaving, so the last empty moment before it is half a minute earlier.
    const summary = streamOf(events, { settleAfter: hour - 15_000 }).summary();
    expect(summary.people[0]?.stays).toHaveLength(60);
    expect(sumsOf(summary)).toEqual(sumsOf(summarizeAttendance(events)));
  });

  test('does not take a room as empty from the first of several counts of a millisecond', () => {
    const meeting = everyMinute(changesToSettle / 2 - 100);
    const minute = changesToSettle / 2;
    // Sorted by participant, so that Ada's event comes first, which counts nobody.
    meeting
      .join(minute, 'ada')
      .join(minute, 'ben')
      .leave(minute + 1, 'ben')
      .leave(minute + 1, 'ada');
    meeting.join(minute + 2, 'stays');
    for (let later = minute + 3; meeting.events.length < changesToSettle; later++)
      meeting.join(later, 'ada').leave(later + 0.5, 'ada');
    const summary = streamOf(meeting.events, { settleAfter: hour }).summary();
    expect(summary.people[0]?.earlierStays).toBe(changesToSettle / 2 - 100);
    expect(sumsOf(summary)).toEqual(sumsOf(summarizeAttendance(meeting.events)));
  });

  test('keeps a session that ended after the room was empty', () => {
    const meeting = new SimulatedMeeting();
    // Of two people, whose session ends half a minute after the next has begun, or in the empty room.
    for (let minute = 0; meeting.events.length < changesToSettle * 1.2; minute += 4)
      meeting
        .join(minute, 'ada')
        .join(minute + 0.5, 'ben')
        .leave(minute + 1, 'ben')
        .leave(minute + 1.5, 'ada')
        .pass(minute + 3);
    for (const settleAfter of [hour, hour + 15_000, hour + 45_000, hour + 90_000, hour + 150_000]) {
      const summary = streamOf(meeting.events, { settleAfter }).summary();
      expect(summary.earlierSessions).toBeGreaterThan(0);
      expect(sumsOf(summary)).toEqual(sumsOf(summarizeAttendance(meeting.events)));
    }
  });

  test('has a session whose start or end was lost, once, and says so', () => {
    const meeting = new SimulatedMeeting();
    for (let minute = 0; meeting.events.length < changesToSettle * 1.2; minute += 4)
      meeting
        .join(minute, 'ada')
        .join(minute, 'ben')
        .leave(minute + 1, 'ben')
        .leave(minute + 1, 'ada')
        .pass(minute + 3);
    for (const type of ['room.session.started', 'room.session.ended']) {
      const some = meeting.without(
        ({ type: one, createdAt }) => one === type && new Date(createdAt).getUTCMinutes() < 30,
      );
      const summary = streamOf(some, { settleAfter: hour }).summary();
      const whole = summarizeAttendance(some);
      const { sessions, sessionSeconds } = sumsOf(whole);
      expect(sumsOf(summary)).toMatchObject({ sessions, sessionSeconds });
      expect(summary.discrepancies).toEqual(whole.discrepancies);
    }
  });

  test('keeps what is known of people whose stays are added up', () => {
    const meeting = new SimulatedMeeting()
      .join(-9, 'real', { externalId: 'teacher', roleName: 'host' })
      .join(-8, 'claimed', { externalId: 'teacher' })
      .leave(-7, 'claimed')
      .leave(-6, 'real');
    everyMinute(changesToSettle / 2, meeting);
    // It is a discrepancy of what is added up.
    const lostLeft = meeting.without(({ type, data }) => type.endsWith('left') && data.participantId === 'claimed');
    const { people, discrepancies, earlierDiscrepancies } = streamOf(lostLeft, {
      settleAfter: hour,
      identities: new Map([['real', 'teacher']]),
    }).summary();
    expect(people).toMatchObject([
      { id: 'teacher', identifiedBy: 'metadata', roles: ['host'], stays: [], earlierStays: 1 },
      { id: 'teacher', identifiedBy: 'externalId', roles: ['visitor'], stays: [], earlierStays: 1 },
      { id: 'ada' },
    ]);
    expect(discrepancies).toMatchObject([{ code: 'identity-claimed', participantId: null, at: at(-8) }]);
    expect(earlierDiscrepancies).toBe(1);
  });

  test.each([-1, NaN])('is refused with %s', (settleAfter) => {
    expect(() => createAttendance({ settleAfter })).toThrow(
      expect.objectContaining({ code: 'OPTION_INVALID', message: expect.stringMatching(/settleAfter.*(-1|NaN)/) }),
    );
  });

  test('grows before it settles again, if much had to be kept', () => {
    const stream = streamOf(events, { settleAfter: hour * 24 });
    const before = stream.summary().people[0]!.earlierStays;
    // Three times as much would have to come if all of it had been kept.
    for (const { createdAt, ...event } of everyMinute(1000).events)
      stream.add({ ...event, createdAt: new Date(Date.parse(createdAt) + 2048 * 60_000).toISOString() });
    expect(stream.summary().people[0]!.earlierStays).toBe(before);
  });
});

describe('a stream with `maxEvents`', () => {
  const { events } = everyMinute(5);

  test('counts what comes after so many as unused, and says so', () => {
    const summary = streamOf(events, { maxEvents: 4 }).summary();
    expect(summary).toMatchObject({ unused: 6, people: [{ seconds: 60 }] });
    expect(summary.discrepancies).toMatchObject([{ code: 'limit-reached', count: 6 }]);
    expect(streamOf(events, { maxEvents: 10 }).summary().discrepancies).toEqual([]);
  });

  test('counts the people of what is added up', () => {
    const maxEvents = changesToSettle + 1;
    const meeting = new SimulatedMeeting();
    for (let minute = 0; minute < changesToSettle * 2; minute++)
      meeting.join(minute, `guest-${minute}`).leave(minute + 0.5, `guest-${minute}`);
    const { people, unused } = streamOf(meeting.events, { settleAfter: 0, maxEvents }).summary();
    // What is kept never reaches the limit, so all of those who were not counted came after it.
    expect(people.length).toBeGreaterThan(maxEvents);
    expect(unused).toBeGreaterThan(0);
    expect(unused + people.length * 2).toBe(meeting.events.length);
  });
});
