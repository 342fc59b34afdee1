import type { MeetingsClient } from '../../src/server/room-handler/createMeetingsApi.js';

const meeting = {
  meetingId: '1',
  roomName: '/room',
  roomUrl: 'https://acme.whereby.com/room',
  hostRoomUrl: 'https://acme.whereby.com/room?roomKey=key',
  startDate: new Date().toISOString(),
  endDate: new Date(Date.now() + 3_600_000).toISOString(),
};

/** A service that answers at once, always with the same meeting, so that only the room handler takes time. */
export const fakeService: MeetingsClient = {
  meetings: { create: async () => meeting, get: async () => meeting, delete: async () => ({}) },
};
