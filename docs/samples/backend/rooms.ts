import { createRoomsHandler, createWhereby } from 'react-whereby-embed/server';

/** Your own session. */
declare function findUser(
  request: Request,
): Promise<{ id: string; name: string; school: string; teaches: boolean } | undefined>;

export const rooms = createRoomsHandler({
  whereby: createWhereby(), // reads the key from WHEREBY_API_KEY
  async authorize(request) {
    const user = await findUser(request);
    if (!user) return null;
    const person = { tenant: user.school, externalId: user.id, displayName: user.name };
    return user.teaches
      ? { ...person, role: 'host', may: ['create', 'enter', 'delete'] }
      : { ...person, role: 'visitor' };
  },
});
