import { describe, expect, test } from 'vitest';
import { identifyAttendees, signMetadata, summarizeAttendance } from 'react-whereby-embed/server';
import type { AttendanceEvent, IdentifyOptions, MetadataEvent } from 'react-whereby-embed/server';
import { at, Story } from '../attendance/story.js';

const key = 'metadata-key-for-tests-5502';
const sign = (externalId = 'ada') =>
  signMetadata({ key, externalId, meetingId: 'm-1', expiresAt: at(120), value: 'class 7b' });
const identify = async (story: Story, options?: Partial<IdentifyOptions>) =>
  Object.fromEntries(await identifyAttendees(eventsOf(story), { key, ...options }));
const eventsOf = ({ events }: Story) => events as readonly (AttendanceEvent & MetadataEvent)[];

test('identifyAttendees identifies people by the metadata they joined with, and nobody by a copy or forgery', async () => {
  const metadata = await sign();
  const story = new Story()
    .join(0, 'real', { externalId: 'ada', metadata })
    .join(1, 'copy', { externalId: 'bob', metadata })
    .join(2, 'forged', { externalId: 'ada', metadata: 'wm1.e30.AAAA' })
    .join(3, 'plain', { externalId: 'ada' })
    // Their value has expired by now, but not when they came.
    .leave(180, 'real');
  expect(await identify(story)).toEqual({ real: 'ada' });
  await expect(identify(story, { key: '' })).rejects.toMatchObject({ code: 'METADATA_KEY_MISSING' });
});

describe('identifyAttendees, given one text in two connections,', () => {
  test('refuses the later one while both are in the room, in whatever order the events arrive', async () => {
    const metadata = await sign();
    const story = new Story()
      .join(0, 'p1', { externalId: 'ada', metadata })
      .join(5, 'p2', { externalId: 'ada', metadata })
      .leave(30, 'p1')
      .leave(31, 'p2');
    expect(await identify(story)).toEqual({ p1: 'ada' });
    expect(await identify(story, { shared: 'accept' })).toEqual({ p1: 'ada', p2: 'ada' });
    const turned = [...eventsOf(story), ...eventsOf(story)].reverse();
    const identities = await identifyAttendees(turned, { key });
    expect(Object.fromEntries(identities)).toEqual({ p1: 'ada' });

    const summary = summarizeAttendance(turned, { identities });
    expect(summary.people.map(({ identifiedBy, id, seconds }) => [identifiedBy, id, seconds / 60])).toEqual([
      ['metadata', 'ada', 30],
      ['externalId', 'ada', 26],
    ]);
    expect(summary.discrepancies).toMatchObject([{ code: 'identity-claimed', at: at(5), participantId: 'p2' }]);
  });

  test('accepts both one after the other, as after a lost connection', async () => {
    const metadata = await sign();
    const story = new Story()
      .join(0, 'p1', { externalId: 'ada', metadata })
      // Missed only when they are back already.
      .join(10, 'p2', { externalId: 'ada', metadata })
      .leave(11, 'p1')
      .leave(30, 'p2')
      .join(40, 'p3', { externalId: 'ada', metadata })
      .leave(50, 'p3');
    expect(await identify(story)).toEqual({ p1: 'ada', p2: 'ada', p3: 'ada' });
  });

  test('refuses a copy that stays while the person leaves and comes back', async () => {
    const metadata = await sign();
    const story = new Story()
      .join(0, 'p1', { externalId: 'ada', metadata })
      .join(5, 'copy', { externalId: 'ada', metadata })
      .leave(20, 'p1')
      .join(21, 'p2', { externalId: 'ada', metadata })
      .leave(40, 'p2')
      .leave(41, 'copy');
    expect(await identify(story)).toEqual({ p1: 'ada', p2: 'ada' });
  });

  test('refuses the later one in a running meeting once both have been there long enough', async () => {
    const metadata = await sign();
    const story = new Story()
      .join(0, 'p1', { externalId: 'ada', metadata })
      .join(5, 'p2', { externalId: 'ada', metadata });
    expect(await identify(story)).toEqual({ p1: 'ada', p2: 'ada' });
    expect(await identify(story.join(8, 'p3'))).toEqual({ p1: 'ada' });
  });

  test('accepts a person who came back when the `left` of their lost connection is lost too', async () => {
    const metadata = await sign();
    const story = new Story()
      .join(0, 'p1', { externalId: 'ada', metadata })
      .join(0, 'p9')
      .join(10, 'p2', { externalId: 'ada', metadata })
      .leave(10.5, 'p1')
      .leave(40, 'p2')
      .leave(41, 'p9');
    story.pass(60);
    const events = eventsOf(story).filter(
      ({ type, data }) => !(type === 'room.client.left' && (data as { participantId?: string }).participantId === 'p1'),
    );
    expect(Object.fromEntries(await identifyAttendees(events, { key }))).toEqual({ p1: 'ada', p2: 'ada' });
  });
});

test('identifyAttendees identifies two devices with a URL each as one person', async () => {
  const story = new Story()
    .join(0, 'p1', { externalId: 'ada', metadata: await sign() })
    .join(5, 'p2', { externalId: 'ada', metadata: await sign() })
    .leave(30, 'p1')
    .leave(31, 'p2');
  const identities = await identifyAttendees(eventsOf(story), { key });
  const summary = summarizeAttendance(story.events, { identities });
  expect(summary.people).toMatchObject([{ id: 'ada', identifiedBy: 'metadata', seconds: 31 * 60, mostAtOnce: 2 }]);
  expect(summary.discrepancies).toEqual([]);
});
