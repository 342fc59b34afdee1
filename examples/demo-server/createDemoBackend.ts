import { Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { createRoomsHandler } from 'react-whereby-embed/server';
import type { Authorize, MeetingKeys, MeetingRole, MeetingsClient } from 'react-whereby-embed/server';
import { roomsApp } from '../adapters/hono.js';

export interface DemoBackendOptions {
  /** What `createWhereby()` answers: of the sandbox, or of the real service. */
  readonly whereby: MeetingsClient;
  /** Where the page is, if not at the backend's own origin. */
  readonly origin?: string | undefined;
  /** Signs who is who, so that webhooks know. */
  readonly metadataKey?: string | undefined;
  readonly keys?: MeetingKeys | undefined;
  readonly onError?: ((error: unknown) => void) | undefined;
}

/** What the host's page hands out: links for the other roles end in one of these. */
export interface Invitations {
  readonly visitor: string;
  readonly viewer: string;
}

interface Invitation {
  readonly meetingId: string;
  readonly role: MeetingRole;
}

const cookie = 'demo-session';

/**
 * The backend of the demo. There are no accounts: whoever creates a meeting is its host, known by a cookie, and
 * everyone else comes with an invitation in the header `x-invite`. A real app asks its own session instead.
 *
 *   /api/whereby/...                      the room handler
 *   GET /api/meetings/<id>/invitations    for the host
 */
export function createDemoBackend({ whereby, origin, ...options }: DemoBackendOptions): Hono {
  const hosts = new Map<string, string>();
  const invitations = new Map<string, Invitation>();
  const handedOut = new Map<string, Invitations>();

  const sessionOf = (request: Request): string | undefined =>
    new RegExp(`(?:^|; )${cookie}=([\\w-]+)`).exec(request.headers.get('cookie') ?? '')?.[1];

  const authorize: Authorize = (request, action) => {
    const invite = request.headers.get('x-invite');
    if (invite) {
      const found = invitations.get(invite);
      // Both tabs of one browser share a cookie: the invitation says who is meant.
      if (!found || action.type !== 'enter' || action.meetingId !== found.meetingId) return { refuse: 403 };
      // Several may come by one link: the page says which of them this is.
      const person = /^[\w-]{1,36}$/.exec(request.headers.get('x-person') ?? invite)?.[0] ?? invite;
      return { role: found.role, externalId: `${found.role}-${person.slice(0, 8)}`, metadata: found.role };
    }
    const session = sessionOf(request);
    if (!session) return null;
    if (action.type !== 'create' && hosts.get(action.meetingId) !== session) return { refuse: 403 };
    return {
      role: 'host',
      tenant: session,
      may: ['create', 'enter', 'delete'],
      externalId: `host-${session.slice(0, 8)}`,
      metadata: 'host',
    };
  };

  const handler = createRoomsHandler({
    ...options,
    whereby,
    authorize,
    origins: origin ? [origin] : [],
    meeting: { roomMode: 'group', roomNamePrefix: 'demo-', roomNamePattern: 'human-short', minutes: 60 },
    choose: { minutes: { max: 240 }, locked: true },
    onCreated({ meetingId }, { request }) {
      hosts.set(meetingId, sessionOf(request)!);
      const hand = (role: MeetingRole) => {
        const invite = crypto.randomUUID();
        invitations.set(invite, { meetingId, role });
        return invite;
      };
      handedOut.set(meetingId, { visitor: hand('visitor'), viewer: hand('viewer') });
    },
  });

  const app = new Hono();
  app.get('/api/session', (context) => {
    if (!getCookie(context, cookie))
      setCookie(context, cookie, crypto.randomUUID(), { httpOnly: true, sameSite: 'Lax', path: '/' });
    return context.body(null, 204);
  });
  app.get('/api/meetings/:id/invitations', (context) => {
    const { id } = context.req.param();
    const session = getCookie(context, cookie);
    if (!session || hosts.get(id) !== session) return context.json({ error: { code: 'NOT_ALLOWED' } }, 403);
    return context.json(handedOut.get(id)!);
  });
  app.route('/api/whereby', roomsApp(handler));
  return app;
}
