import { createRoomsHandler, createWhereby } from 'react-whereby-embed/server';
import { readSession } from './session';

export const rooms = createRoomsHandler({
  whereby: createWhereby(),
  choose: { minutes: { max: 120 } },
  async authorize(request) {
    const session = await readSession(request);
    if (!session) return null;
    const { userId: externalId, name: displayName, organization: tenant, moderator } = session;
    const person = { tenant, externalId, displayName };
    return moderator ? { ...person, role: 'host', may: ['create', 'enter', 'delete'] } : { ...person, role: 'visitor' };
  },
});
