import { describe, expect, test } from 'vitest';
import { identifyAttendees, signMetadata, summarizeAttendance } from 'react-whereby-embed/server';
import type { AttendanceEvent, IdentifyOptions, MetadataEvent } from 'react-whereby-embed/server';
import { at, SimulatedMeeting } from '../../support/SimulatedMeeting.js';

const key = 'metadata-key-for-tests-5502';
const sign = (externalId = 'ada') =>
  signMetadata({
    key,
    externalId,
    meetingId: 'm-1',
    expiresAt: at(120),
    value: 'class 7b',
    now: () => Date.parse(at(0)),
  });
const identify = async (meeting: SimulatedMeeting, options?: Partial<IdentifyOptions>) =>
  Object.fromEntries(await identifyAttendees(eventsOf(meeting), { key, ...options }));
const eventsOf = ({ events }: SimulatedMeeting) => events as readonly (AttendanceEvent & MetadataEvent)[];

test('identifies people by the metadata they joined with, and neither copies nor forgeries', async () => {
  const metadata = await sign();
  const meeting = new SimulatedMeeting()
    .join(0, 'real', { externalId: 'ada', metadata })
    .join(1, 'copy', { externalId: 'bob', metadata })
    .join(2, 'forged', { externalId: 'ada', metadata: 'wm1.e30.AAAA' })
    .join(3, 'plain', { externalId: 'ada' })
    // Their value has expired by now, but not when they came.
    .leave(180, 'real');
  expect(await identify(meeting)).toEqual({ real: 'ada' });
  await expect(identify(meeting, { key: '' })).rejects.toMatchObject({ code: 'METADATA_KEY_MISSING' });
});

test('identifies nobody by anything but the event of joining', async () => {
  const metadata = await sign();
  const meeting = new SimulatedMeeting()
    .join(0, 'lost', { externalId: 'ada', metadata })
    .join(1, 'p2')
    .leave(5, 'lost');
  const events = eventsOf(meeting).filter(({ type }) => type !== 'room.client.joined');
  expect(events).not.toEqual([]);
  expect(Object.fromEntries(await identifyAttendees(events, { key }))).toEqual({});
});

test('passes over what is no event, and events without a participant', async () => {
  const metadata = await sign();
  const [joined] = eventsOf(new SimulatedMeeting().join(0, 'p1', { externalId: 'ada', metadata }));
  const events = [
    null,
    7,
    {},
    { ...joined, type: undefined },
    { ...joined, data: undefined },
    { ...joined, data: { ...joined!.data, participantId: undefined } },
    { ...joined, data: { ...joined!.data, participantId: {} } },
    joined,
  ];
  expect([...(await identifyAttendees(events as never, { key }))]).toEqual([['p1', 'ada']]);
});

describe('a connection that joined twice, as different people,', () => {
  test.each([
    ['is the one who joined first', [0, 'ada'], [5, 'bob'], 'ada'],
    ['is the one who joined first, whatever their names are', [5, 'ada'], [0, 'bob'], 'bob'],
    ['is the same in every order if both joined at once', [0, 'ada'], [0, 'bob'], 'ada'],
  ] as const)('%s', async (_, [minute, one], [otherMinute, other], expected) => {
    const joins = await Promise.all(
      [[minute, one] as const, [otherMinute, other] as const].map(async ([at, externalId]) => {
        const metadata = await sign(externalId);
        return eventsOf(new SimulatedMeeting().join(at, 'p1', { externalId, metadata }))[0]!;
      }),
    );
    for (const events of [joins, joins.toReversed()])
      expect([...(await identifyAttendees(events, { key }))]).toEqual([['p1', expected]]);
  });
});

describe('the same signed text in two connections', () => {
  test('identifies only the first if both are there at once, in any order of the events', async () => {
    const metadata = await sign();
    const meeting = new SimulatedMeeting()
      .join(0, 'p1', { externalId: 'ada', metadata })
      .join(5, 'p2', { externalId: 'ada', metadata })
      .leave(30, 'p1')
      .leave(31, 'p2');
    expect(await identify(meeting)).toEqual({ p1: 'ada' });
    expect(await identify(meeting, { shared: 'accept' })).toEqual({ p1: 'ada', p2: 'ada' });
    const turned = [...eventsOf(meeting), ...eventsOf(meeting)].reverse();
    const identities = await identifyAttendees(turned, { key });
    expect(Object.fromEntries(identities)).toEqual({ p1: 'ada' });

    const summary = summarizeAttendance(turned, { identities });
    expect(summary.people.map(({ identifiedBy, id, seconds }) => [identifiedBy, id, seconds / 60])).toEqual([
      ['metadata', 'ada', 30],
      ['externalId', 'ada', 26],
    ]);
    expect(summary.discrepancies).toMatchObject([{ code: 'identity-claimed', at: at(5), participantId: 'p2' }]);
  });

  test('identifies both if one follows the other, as after a lost connection', async () => {
    const metadata = await sign();
    const meeting = new SimulatedMeeting()
      .join(0, 'p1', { externalId: 'ada', metadata })
      // Missed only when they are back already.
      .join(10, 'p2', { externalId: 'ada', metadata })
      .leave(11, 'p1')
      .leave(30, 'p2')
      .join(40, 'p3', { externalId: 'ada', metadata })
      .leave(50, 'p3');
    expect(await identify(meeting)).toEqual({ p1: 'ada', p2: 'ada', p3: 'ada' });
  });

  test('identifies a person who comes back while a copy is in the room, and not the copy', async () => {
    const metadata = await sign();
    const meeting = new SimulatedMeeting()
      .join(0, 'p1', { externalId: 'ada', metadata })
      .join(5, 'copy', { externalId: 'ada', metadata })
      .leave(20, 'p1')
      .join(21, 'p2', { externalId: 'ada', metadata })
      .leave(40, 'p2')
      .leave(41, 'copy');
    expect(await identify(meeting)).toEqual({ p1: 'ada', p2: 'ada' });
  });

  test('identifies neither of two that use it again at once, as a copy does that came while the owner reloaded', async () => {
    const metadata = await sign();
    const meeting = new SimulatedMeeting()
      .join(0, 'p1', { externalId: 'ada', metadata })
      .leave(20, 'p1')
      .join(20.1, 'copy', { externalId: 'ada', metadata })
      .join(20.2, 'p2', { externalId: 'ada', metadata })
      .leave(40, 'p2')
      .leave(41, 'copy');
    expect(await identify(meeting)).toEqual({ p1: 'ada' });
  });

  test.each([
    ['before', 'copy', 'p2'],
    ['after', 'p2', 'copy'],
  ])(
    'identifies the owner who came back with a new text, and no copy of the old one that came %s',
    async (_, ...ids) => {
      const old = await sign();
      const texts = { copy: old, p2: await sign() };
      const [first, second] = ids as ['copy', 'p2'];
      const meeting = new SimulatedMeeting()
        .join(0, 'p1', { externalId: 'ada', metadata: old })
        .leave(20, 'p1')
        .join(20.1, first, { externalId: 'ada', metadata: texts[first] })
        .join(20.2, second, { externalId: 'ada', metadata: texts[second] })
        .leave(40, 'p2')
        .leave(41, 'copy');
      expect(await identify(meeting)).toEqual({ p1: 'ada', p2: 'ada' });
      expect(await identify(meeting, { shared: 'accept' })).toEqual({ p1: 'ada', p2: 'ada', copy: 'ada' });
    },
  );

  test('refuses the second in a running meeting once both have been there long enough', async () => {
    const metadata = await sign();
    const meeting = new SimulatedMeeting()
      .join(0, 'p1', { externalId: 'ada', metadata })
      .join(5, 'p2', { externalId: 'ada', metadata });
    expect(await identify(meeting)).toEqual({ p1: 'ada', p2: 'ada' });
    expect(await identify(meeting.join(8, 'p3'))).toEqual({ p1: 'ada' });
    const turned = eventsOf(meeting).toReversed();
    expect([...(await identifyAttendees(turned, { key }))]).toEqual([['p1', 'ada']]);
  });

  test('identifies both while they have been there together for two minutes and no longer', async () => {
    const metadata = await sign();
    const meeting = (minutes: number) =>
      new SimulatedMeeting()
        .join(0, 'p1', { externalId: 'ada', metadata })
        .join(10, 'p2', { externalId: 'ada', metadata })
        .leave(10 + minutes, 'p1')
        .leave(30, 'p2');
    expect(await identify(meeting(2))).toEqual({ p1: 'ada', p2: 'ada' });
    expect(await identify(meeting(2.1))).toEqual({ p1: 'ada' });
  });

  test('identifies the same one in every order if both joined in the same millisecond', async () => {
    const metadata = await sign();
    for (const [first, second] of [
      ['p1', 'p2'],
      ['p2', 'p1'],
    ] as const) {
      const meeting = new SimulatedMeeting()
        .join(0, first, { externalId: 'ada', metadata })
        .join(0, second, { externalId: 'ada', metadata })
        .leave(30, 'p1')
        .leave(31, 'p2');
      expect(await identify(meeting)).toEqual({ p1: 'ada' });
    }
  });

  test('identifies a person who came back though the `left` event of the lost connection was lost', async () => {
    const metadata = await sign();
    const meeting = new SimulatedMeeting()
      .join(0, 'p1', { externalId: 'ada', metadata })
      .join(0, 'p9')
      .join(10, 'p2', { externalId: 'ada', metadata })
      .leave(10.5, 'p1')
      .leave(40, 'p2')
      .leave(41, 'p9');
    meeting.pass(60);
    const events = eventsOf(meeting).filter(
      ({ type, data }) => !(type === 'room.client.left' && (data as { participantId?: string }).participantId === 'p1'),
    );
    expect(Object.fromEntries(await identifyAttendees(events, { key }))).toEqual({ p1: 'ada', p2: 'ada' });
  });
});

test('counts two devices, each with its own URL, as one person', async () => {
  const meeting = new SimulatedMeeting()
    .join(0, 'p1', { externalId: 'ada', metadata: await sign() })
    .join(5, 'p2', { externalId: 'ada', metadata: await sign() })
    .leave(30, 'p1')
    .leave(31, 'p2');
  const identities = await identifyAttendees(eventsOf(meeting), { key });
  const summary = summarizeAttendance(meeting.events, { identities });
  expect(summary.people).toMatchObject([{ id: 'ada', identifiedBy: 'metadata', seconds: 31 * 60, mostAtOnce: 2 }]);
  expect(summary.discrepancies).toEqual([]);
});
