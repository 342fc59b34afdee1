import express from 'express';
import type { Express, Request } from 'express';
import { createRoomsHandler, toNodeListener } from 'react-whereby-embed/server';
import type { MeetingsClient } from 'react-whereby-embed/server';

/** Finds the user of a session cookie. In an app this reads the session that the login created. */
export type FindUser = (
  cookie: string,
) => { readonly id: string; readonly name: string; readonly clinic: string; readonly staff: boolean } | undefined;

/** An Express app whose staff create consultations, and whose clients enter those of their clinic whose id they know. */
export function createApp(whereby: MeetingsClient, findUser: FindUser): Express {
  const rooms = createRoomsHandler({
    whereby,
    meeting: { roomNamePrefix: 'consultation-', isLocked: true },
    choose: { minutes: { min: 15, max: 120 } },
    authorize(request) {
      const user = findUser(request.headers.get('cookie') ?? '');
      if (!user) return null;
      const { id: externalId, name: displayName, clinic: tenant } = user;
      const person = { tenant, externalId, displayName };
      return user.staff
        ? { ...person, role: 'host', may: ['create', 'enter', 'delete'] }
        : { ...person, role: 'visitor', params: { people: false, chat: true } };
    },
  });

  const app = express();
  app.use('/api/whereby', toNodeListener(rooms));
  app.use(express.json());
  app.get('/api/me', (request: Request, response) => {
    response.json(findUser(request.headers.cookie ?? '') ?? null);
  });
  return app;
}
