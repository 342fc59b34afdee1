import { createRoomsHandler, createWhereby } from 'react-whereby-embed/server';
import type { RoomsHandler } from 'react-whereby-embed/server';
import { readSession } from './session';

let handler: RoomsHandler | undefined;

/** Created by the first request, because `next build` imports route handlers, often without a key. */
export const rooms: RoomsHandler = (request) => {
  handler ??= createRoomsHandler({
    whereby: createWhereby(),
    choose: { minutes: { max: 120 } },
    async authorize(request, action) {
      const session = await readSession(request);
      if (!session) return null;
      const { userId: externalId, name: displayName, moderator } = session;
      if (moderator) return { role: 'host', may: ['create', 'enter', 'delete'], externalId, displayName };
      return action.type === 'enter' ? { role: 'visitor', externalId, displayName } : { refuse: 403 };
    },
  });
  return handler(request);
};
