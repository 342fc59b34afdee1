import { createRoomsHandler, createWhereby } from 'react-whereby-embed/server';

declare function storeMeeting(meeting: {
  meetingId: string;
  key: string | undefined;
  createdBy: string | undefined;
}): Promise<void>;

export const rooms = createRoomsHandler({
  whereby: createWhereby(),
  authorize: () => ({ role: 'host', may: ['create', 'enter'] }),
  meeting: { roomMode: 'group', isLocked: true, roomNamePrefix: 'lesson-', minutes: 60 },
  choose: { minutes: { min: 15, max: 120 }, mode: ['normal', 'group'], locked: true, prefix: ['lesson-', 'exam-'] },
  // Runs before anyone gets a room URL.
  onCreated: ({ meetingId }, { key, person }) => storeMeeting({ meetingId, key, createdBy: person.externalId }),
});
