import { createWhereby } from 'react-whereby-embed/server';

const whereby = createWhereby(); // reads the key from WHEREBY_API_KEY

const meeting = await whereby.meetings.create({
  endDate: new Date(Date.now() + 60 * 60_000),
  roomNamePrefix: 'lesson-',
  fields: ['hostRoomUrl'],
});
meeting.roomUrl; // for guests
meeting.hostRoomUrl; // for the host only: whoever has it is host
