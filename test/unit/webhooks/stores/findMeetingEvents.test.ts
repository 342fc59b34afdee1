import type { StoredEvent } from 'react-whereby-embed/server';
import { expect, test, vi } from 'vitest';
import { findMeetingEvents } from '../../../../src/server/webhooks/stores/findMeetingEvents.js';
import { readEventPlace } from '../../../../src/server/webhooks/stores/readEventPlace.js';

const event = (id: string, data: Record<string, unknown>): StoredEvent => ({
  id,
  apiVersion: '1.0',
  createdAt: '2025-05-06T10:00:00.000Z',
  type: 'room.session.started',
  data,
});

test.each([
  { data: { meetingId: '1', roomName: '/r' }, place: { meetingId: '1', roomName: '/r' } },
  { data: { meetingId: '', roomName: '' }, place: { meetingId: undefined, roomName: undefined } },
  { data: { meetingId: 1, roomName: null }, place: { meetingId: undefined, roomName: undefined } },
  { data: {}, place: { meetingId: undefined, roomName: undefined } },
])('reads the place of an event of $data', ({ data, place }) => {
  expect(readEventPlace(event('1', data))).toEqual(place);
});

test('looks up rooms by their names only, and none where no event names one', async () => {
  const lookup = {
    ofMeeting: vi.fn(async (meetingId: string) => [
      event('a', { meetingId }),
      ...(meetingId === '1' ? [event('b', { meetingId, roomName: '/r' })] : []),
    ]),
    ofMeetingsInRoom: vi.fn(async () => []),
    ofRooms: vi.fn(async () => []),
  };
  await findMeetingEvents('1', lookup);
  await findMeetingEvents({ meetingId: '1', roomName: '' }, lookup);
  await findMeetingEvents('2', lookup);
  await findMeetingEvents({ meetingId: '2', roomName: '/other' }, lookup);
  expect(lookup.ofRooms.mock.calls).toEqual([[['/r']], [['/r']], [['/other']]]);
  expect(lookup.ofMeetingsInRoom).not.toHaveBeenCalled();
});
