import { createWhereby } from 'react-whereby-embed/server';

export const findMeeting = (id: string, request: Request) =>
  createWhereby().meetings.get(id, { fields: ['hostRoomUrl'] }, { signal: request.signal, deadline: 5_000 });
