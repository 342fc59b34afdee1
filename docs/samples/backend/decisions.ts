import { createRoomsHandler, createWhereby } from 'react-whereby-embed/server';
import type { Person } from 'react-whereby-embed/server';

declare function findPerson(request: Request): Promise<Person | null>;
declare function storeMeeting(meeting: {
  meetingId: string;
  key: string | undefined;
  createdBy: string | undefined;
  tenant: string | undefined;
}): Promise<void>;

export const rooms = createRoomsHandler({
  whereby: createWhereby(),
  authorize: (request) => findPerson(request),
  meeting: { roomMode: 'group', isLocked: true, roomNamePrefix: 'lesson-', minutes: 60 },
  choose: { minutes: { min: 15, max: 120 }, mode: ['normal', 'group'], locked: true, prefix: ['lesson-', 'exam-'] },
  // Runs before anyone gets a room URL.
  onCreated: ({ meetingId }, { key, person }) =>
    storeMeeting({ meetingId, key, createdBy: person.externalId, tenant: person.tenant }),
});
