import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import type { Context, MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { LinkProblem, Person } from '../../shared/api.js';
import { fail } from '../fail.js';
import type { School } from '../School.js';
import { readSigned, sign } from './signed.js';

/** What the routes know of a request: who sent it. */
export interface SchoolContext {
  Variables: { person: Person };
}

const cookie = 'school';

/** Who sent a request, by its cookie. */
export async function findPerson({ database, secret }: School, request: Request): Promise<Person | undefined> {
  const signed = new RegExp(`(?:^|; )${cookie}=([^;]+)`).exec(request.headers.get('cookie') ?? '')?.[1];
  const id = signed && readSigned(secret, 'session', decodeURIComponent(signed))?.split(':')[0];
  return id ? database.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst() : undefined;
}

/** Lets nobody through who is not signed in, and no page of another site change anything. */
export const requirePerson =
  (school: School): MiddlewareHandler<SchoolContext> =>
  async (context, next) => {
    const { method, headers } = context.req.raw;
    const origin = headers.get('origin');
    if (method !== 'GET' && origin !== null && new URL(origin).host !== headers.get('host'))
      return fail(context, 403, 'NOT_ALLOWED', 'The request comes from a page of another site.');
    const person = await findPerson(school, context.req.raw);
    if (!person) return fail(context, 401, 'SIGN_IN_REQUIRED', 'Open the link that the office has sent you.');
    context.set('person', person);
    return next();
  };

/** A link with which a person signs in, in the first browser that opens it. */
export async function createLink({ database, secret }: School, personId: string): Promise<string> {
  const id = randomBytes(12).toString('base64url');
  await database.insertInto('links').values({ id, person_id: personId, browser: null }).execute();
  return `/enter?token=${encodeURIComponent(sign(secret, 'link', id))}`;
}

const homes = { office: '/office', teacher: '/lessons', student: '/lessons', parent: '/lessons' } as const;

/** GET /enter?token=… signs in, GET /leave signs out. A page of the school says what is wrong with a link. */
export function sessionRoutes(school: School): Hono {
  const { database, secret, log } = school;
  const app = new Hono();

  const refuse = (context: Context, problem: LinkProblem) => {
    log.info('link refused', { problem });
    return context.redirect(`/?problem=${problem}`);
  };

  app.get('/enter', async (context) => {
    const id = readSigned(secret, 'link', context.req.query('token') ?? '');
    const link = id && (await database.selectFrom('links').selectAll().where('id', '=', id).executeTakeFirst());
    if (!link) return refuse(context, 'unknown');
    const signedIn = await findPerson(school, context.req.raw);
    if (signedIn && signedIn.id !== link.person_id) return refuse(context, 'signed-in');
    const session = getCookie(context, cookie);
    const browser =
      (session && readSigned(secret, 'session', session)?.split(':')[1]) || randomBytes(12).toString('base64url');
    const { numUpdatedRows } = await database
      .updateTable('links')
      .set({ browser })
      .where('id', '=', link.id)
      .where((is) => is.or([is('browser', 'is', null), is('browser', '=', browser)]))
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return refuse(context, 'used');
    setCookie(context, cookie, sign(secret, 'session', `${link.person_id}:${browser}`), {
      httpOnly: true,
      sameSite: 'Lax',
      path: '/',
      secure: new URL(context.req.url).protocol === 'https:',
      maxAge: 30 * 86_400,
    });
    const { role } = await database
      .selectFrom('people')
      .select('role')
      .where('id', '=', link.person_id)
      .executeTakeFirstOrThrow();
    return context.redirect(homes[role]);
  });

  app.get('/leave', (context) => {
    deleteCookie(context, cookie, { path: '/' });
    return context.redirect('/');
  });
  return app;
}
