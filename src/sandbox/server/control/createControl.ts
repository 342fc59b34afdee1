import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { WherebyError } from '../../../errors/WherebyError.js';
import type { RequestGuard } from '../createRequestGuard.js';
import type { Sandbox } from '../Sandbox.js';
import { controlRoutes } from './controlRoutes.js';
import { InputError } from './InputError.js';
import { NotFoundError } from './NotFoundError.js';
import { renderControlPage } from './page/renderControlPage.js';
import type { SectionId } from './page/renderControlPage.js';
import { readInput } from './readInput.js';

/** The section of the control page that shows what a form did, by the first part of the form's path. */
const sections: Readonly<Record<string, SectionId>> = {
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
const getSection = (path: string): SectionId => sections[path.split('/')[1] ?? ''] ?? 'about';

/** The control API at `/_sandbox` and the control page at `/`. */
/** @param viewFrom the sandbox with the addresses under which a request reached it */
export function createControl(viewFrom: (request: Request) => Sandbox, guard: RequestGuard): Hono {
  const app = new Hono();

  app.use(
    cors({
      origin: (origin, c) => (guard.findProblem({ origin, host: c.req.header('host') }) === undefined ? origin : null),
      allowMethods: ['GET', 'POST', 'PUT', 'DELETE'],
      allowHeaders: ['content-type'],
    }),
  );

  app.onError((error, c) => {
    if (error instanceof NotFoundError) return c.json({ error: error.message }, 404);
    if (error instanceof InputError || error instanceof WherebyError || error instanceof TypeError)
      return c.json({ error: error.message }, 400);
    console.error(error);
    return c.json({ error: 'The sandbox failed. This is a bug in react-whereby-embed.' }, 500);
  });

  app.get('/', (c) =>
    c.html(renderControlPage(viewFrom(c.req.raw)), 200, {
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
  for (const { method, path, run, takes } of controlRoutes)
    app.on(method, `/_sandbox${path}`, async (c) => {
      const { input, isForm } = method === 'GET' ? { input: {}, isForm: false } : await readInput(c.req.raw);
      if (takes === undefined && Object.keys(input).length > 0)
        throw new InputError(`${Object.keys(input).join(', ')}: this call has no fields`);
      const result = run({ sandbox: viewFrom(c.req.raw), input, param: (name) => c.req.param(name) ?? '' });
      if (isForm) return c.redirect(`/#${getSection(path)}`, 303);
      return result === undefined ? c.body(null, 204) : c.json(result);
    });
  return app;
}
