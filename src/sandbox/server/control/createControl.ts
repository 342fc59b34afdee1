import { Hono } from 'hono/tiny';
import { cors } from 'hono/cors';
import { WherebyError } from '../../../errors/WherebyError.js';
import type { RequestGuard } from '../createRequestGuard.js';
import type { Sandbox } from '../Sandbox.js';
import { controlRoutes } from './controlRoutes.js';
import { InputError } from './InputError.js';
import { NotFoundError } from './NotFoundError.js';
import { renderControlPage } from './page/renderControlPage.js';
import type { SectionId } from './page/renderControlPage.js';
import { scriptHash } from './page/script.js';
import { readBody, readInput } from './readInput.js';
import type { Body } from './readInput.js';

/** The section of the control page that shows what a form did, by the first part of the form's path. */
const sections: Readonly<Record<string, SectionId>> = {
  clock: 'clock',
  meetings: 'meetings',
  rooms: 'meetings',
  people: 'meetings',
  transcriptions: 'captured',
  webhooks: 'webhooks',
  events: 'deliveries',
  deliveries: 'webhooks',
  faults: 'faults',
  'drop-connections': 'faults',
};
const getSection = (path: string): SectionId =>
  path.endsWith('/resend') ? 'deliveries' : (sections[path.split('/')[1] ?? ''] ?? 'about');

const pageHeaders = {
  'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; script-src ${scriptHash}; connect-src 'self'; form-action 'self'; frame-ancestors 'none'`,
  'cache-control': 'no-store',
};

/** What a call is refused with. */
function describeRefusal(error: unknown): { readonly status: 400 | 404 | 500; readonly problem: string } {
  if (error instanceof NotFoundError) return { status: 404, problem: error.message };
  if (error instanceof InputError || error instanceof WherebyError || error instanceof TypeError)
    return { status: 400, problem: error.message };
  console.error(error);
  return { status: 500, problem: 'The sandbox failed. This is a bug in react-whereby-embed.' };
}

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
    const { status, problem } = describeRefusal(error);
    return c.json({ error: problem }, status);
  });

  app.get('/', (c) => {
    const filter = { type: c.req.query('type'), state: c.req.query('state') };
    return c.html(renderControlPage({ sandbox: viewFrom(c.req.raw), filter }), 200, pageHeaders);
  });
  app.get('/_sandbox', (c) =>
    c.json({
      routes: controlRoutes.map(({ method, path, does, takes }) => ({ method, path: `/_sandbox${path}`, does, takes })),
    }),
  );
  for (const { method, path, run, takes } of controlRoutes)
    app.on(method, `/_sandbox${path}`, async (c) => {
      const sandbox = viewFrom(c.req.raw);
      const body: Body = method === 'GET' ? { text: '' } : await readBody(c.req.raw);
      const call = () => {
        const input = readInput(body);
        if (takes === undefined && Object.keys(input).length > 0)
          throw new InputError(`${Object.keys(input).join(', ')}: this call has no fields`);
        return run({ sandbox, input, param: (name) => c.req.param(name) ?? '' });
      };
      if (!('form' in body)) {
        const result = call();
        return result === undefined ? c.body(null, 204) : c.json(result);
      }
      const section = getSection(path);
      try {
        call();
      } catch (error) {
        const { status, problem } = describeRefusal(error);
        const failure = { path: c.req.path.slice('/_sandbox'.length), input: body.form, problem, section };
        return c.html(renderControlPage({ sandbox, failure }), status, pageHeaders);
      }
      return c.redirect(`/#${section}`, 303);
    });
  return app;
}
