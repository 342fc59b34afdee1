// rooms.ts
import { createRoomsHandler, createWhereby } from 'react-whereby-embed/server';
import { findUser } from './findUser.js';

export const rooms = createRoomsHandler({
  whereby: createWhereby(), // reads the key from WHEREBY_API_KEY
  choose: { minutes: { min: 15, max: 120 } },
  async authorize(request) {
    const user = await findUser(request);
    if (!user) return null;
    const person = { tenant: user.school, externalId: user.id, displayName: user.name };
    return user.teaches
      ? { ...person, role: 'host', may: ['create', 'enter', 'delete'] }
      : { ...person, role: 'visitor' };
  },
});
