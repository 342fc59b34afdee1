import { findOrCreateMeeting } from 'react-whereby-embed/server';
import { expect, test } from 'vitest';
import { createFakeApi } from '../../support/createFakeApi.js';

const hour = 3_600_000;
const now = Date.parse('2026-01-10T10:00:00Z');
const input = { endDate: new Date(now + hour), roomNamePrefix: 'Lesson-4-' };

function setUp() {
  const api = createFakeApi({ now: () => now });
  const run = (more: Partial<Parameters<typeof findOrCreateMeeting>[0]> = {}) =>
    findOrCreateMeeting({ whereby: api.whereby, input, ...more });
  const add = (meetingId: string, roomName: string, { end = now + hour, start = now } = {}) =>
    api.meetings.set(meetingId, {
      meetingId,
      roomName,
      roomUrl: `https://acme.whereby.com${roomName}`,
      startDate: new Date(start).toISOString(),
      endDate: new Date(end).toISOString(),
    });
  const creations = () => api.calls.filter(({ method }) => method === 'POST').length;
  return { api, run, add, creations };
}

test('creates the meeting, and finds it again', async () => {
  const { run, add, creations } = setUp();
  add('of lesson 42', '/lesson-42-x');
  const { meeting, isNew } = await run();
  expect(isNew).toBe(true);
  // The fake keeps the capital, which the API does not.
  add(meeting.meetingId, '/lesson-4-x');
  expect(await run()).toMatchObject({ isNew: false, meeting: { meetingId: meeting.meetingId } });
  expect(creations()).toBe(1);
});

test('passes over a meeting that ends earlier, also by a date without an offset', async () => {
  const { run, add } = setUp();
  add('short', '/lesson-4-x', { end: now + hour - 1 });
  expect(await run({ input: { ...input, endDate: '2026-01-10T11:00:00' } })).toMatchObject({ isNew: true });
  expect(await run({ input: { ...input, endDate: '2026-01-10T10:30:00' } })).toMatchObject({
    isNew: false,
    meeting: { meetingId: 'short' },
  });
});

test('lets the app decide which meeting is right, whenever it ends', async () => {
  const { run, add } = setUp();
  add('stored', '/lesson-4-a');
  add('short', '/lesson-4-b', { end: now + 1 });
  const isRight = ({ meetingId }: { meetingId: string }) => Promise.resolve(meetingId !== 'stored');
  expect(await run({ isRight })).toMatchObject({ isNew: false, meeting: { meetingId: 'short' } });
});

test('returns the first of several, the same in every process', async () => {
  const { run, add } = setUp();
  add('c', '/lesson-4-c', { start: now - 1 });
  add('b', '/lesson-4-b', { start: now - 2 });
  add('a', '/lesson-4-a', { start: now - 2 });
  expect((await run()).meeting.meetingId).toBe('a');
});

test('gives way to a meeting that another process has created first', async () => {
  const { api, run, add } = setUp();
  const { meetings } = api.whereby;
  const whereby = {
    meetings: {
      ...meetings,
      create: (async (wanted: typeof input) => {
        const created = await meetings.create(wanted);
        add(created.meetingId, '/lesson-4-own');
        add('first', '/lesson-4-first', { start: now - 1 });
        return created;
      }) as typeof meetings.create,
    },
  };
  expect(await run({ whereby })).toMatchObject({ isNew: false, meeting: { meetingId: 'first' } });
  expect([...api.meetings.keys()]).toEqual(['first']);
});

test.each([undefined, '', ' '])('refuses the prefix %j before anything is sent', async (roomNamePrefix) => {
  const { api, run } = setUp();
  await expect(run({ input: { ...input, roomNamePrefix: roomNamePrefix as string } })).rejects.toMatchObject({
    code: 'REQUEST_INVALID',
  });
  expect(api.calls).toEqual([]);
});
