import { createRoomsHandler, createWhereby } from 'react-whereby-embed/server';

declare function findUser(request: Request): Promise<{ id: string; name: string; teaches: boolean } | undefined>;

export const rooms = createRoomsHandler({
  whereby: createWhereby(), // reads the key from WHEREBY_API_KEY
  async authorize(request, action) {
    const user = await findUser(request);
    if (!user) return null;
    const { id: externalId, name: displayName } = user;
    if (user.teaches) return { role: 'host', may: ['create', 'enter', 'delete'], externalId, displayName };
    return action.type === 'enter' ? { role: 'visitor', externalId, displayName } : { refuse: 403 };
  },
});
