import { Hono } from 'hono';
import { WherebyError } from '../../../errors/WherebyError.js';
import type { OriginGuard } from '../createOriginGuard.js';
import { isLoopback } from '../../../params/isLoopback.js';
import type { Sandbox } from '../Sandbox.js';
import { InputError, readInput } from './readInput.js';
import { renderControlPage } from './page/renderControlPage.js';
import { controlRoutes, NothingThere } from './controlRoutes.js';

const corsFor = (origin: string | undefined): Record<string, string> =>
  origin && URL.canParse(origin) && isLoopback(new URL(origin).hostname)
    ? { 'access-control-allow-origin': origin, vary: 'origin' }
    : {};

/** The part of the control page that shows what a form has done. */
const partOf = (path: string): string => {
  const first = path.split('/')[1] ?? '';
  const parts: Readonly<Record<string, string>> = {
    clock: 'clock',
    meetings: 'meetings',
    rooms: 'meetings',
    people: 'meetings',
    transcriptions: 'captured',
    webhooks: 'webhooks',
    events: 'webhooks',
    deliveries: 'webhooks',
    faults: 'faults',
    'drop-connections': 'faults',
  };
  return parts[first] ?? 'about';
};

/** The control API at `/_sandbox` and the control page at `/`. */
export function createControl(sandbox: () => Sandbox, doorman: OriginGuard): Hono {
  const app = new Hono();

  app.use(async (c, next) => {
    const origin = c.req.header('origin');
    if (!doorman.mayCome(origin, c.req.header('host')))
      return c.json(
        { error: 'This page may not control the sandbox: only pages of this machine and its own may.' },
        403,
      );
    const headers = corsFor(origin);
    if (c.req.method === 'OPTIONS')
      return c.body(null, 204, {
        ...headers,
        'access-control-allow-methods': 'GET, POST, PUT, DELETE',
        'access-control-allow-headers': 'content-type',
      });
    await next();
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
  });

  app.onError((error, c) => {
    if (error instanceof NothingThere) return c.json({ error: error.message }, 404);
    if (error instanceof InputError || error instanceof WherebyError || error instanceof TypeError)
      return c.json({ error: error.message }, 400);
    console.error(error);
    return c.json({ error: 'The sandbox failed. This is a fault of react-whereby-embed.' }, 500);
  });

  app.get('/', (c) =>
    c.html(renderControlPage(sandbox()), 200, {
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
      'cache-control': 'no-store',
    }),
  );
  app.get('/_sandbox', (c) =>
    c.json({
      routes: controlRoutes.map(({ method, path, does, takes }) => ({ method, path: `/_sandbox${path}`, does, takes })),
    }),
  );
  for (const { method, path, run } of controlRoutes)
    app.on(method, `/_sandbox${path}`, async (c) => {
      const { input, isForm } = method === 'GET' ? { input: {}, isForm: false } : await readInput(c.req.raw);
      const answer = run(sandbox(), input, (name) => c.req.param(name) ?? '');
      if (isForm) return c.redirect(`/#${partOf(path)}`, 303);
      return answer === undefined ? c.body(null, 204) : c.json(answer as object);
    });
  return app;
}
