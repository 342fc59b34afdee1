import { createRoomsHandler, createWhereby } from 'react-whereby-embed/server';

declare function noteMeeting(note: {
  meetingId: string;
  key: string | undefined;
  madeBy: string | undefined;
}): Promise<void>;

export const rooms = createRoomsHandler({
  whereby: createWhereby(),
  authorize: () => ({ role: 'host', may: ['create', 'enter'] }),
  meeting: { roomMode: 'group', isLocked: true, roomNamePrefix: 'lesson-', minutes: 60 },
  choose: { minutes: { min: 15, max: 120 }, mode: ['normal', 'group'], locked: true, prefix: ['lesson-', 'exam-'] },
  // Before anyone gets an address.
  onCreated: ({ meetingId }, { key, person }) => noteMeeting({ meetingId, key, madeBy: person.externalId }),
});
