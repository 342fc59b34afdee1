import { once } from 'node:events';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context, MiddlewareHandler } from 'hono';
import { createServerError } from '../../errors/createServerError.js';
import { checkWait } from '../core/checkWait.js';
import { pause } from '../../server/pause.js';
import type { Mischief, Planned } from './deliveries/types.js';
import { fault as faultSchema } from './faultSchema.js';
import type { Fault, Faults } from './Faults.js';
import { namedFaults } from './namedFaults.js';
import { parseInput } from './validation/parseInput.js';

type NodeContext = Context<{ Bindings: Partial<HttpBindings> }>;

/** Ends the connection of a request. The response is for nobody. */
function dropConnection(c: NodeContext): Response {
  c.env.incoming?.socket.destroy();
  return new Response(null, { status: 502 });
}

/** Announces the whole body, sends half of it and ends the connection. */
async function sendHalf(c: NodeContext): Promise<Response> {
  const body = Buffer.from(await c.res.arrayBuffer());
  const { outgoing } = c.env;
  if (!outgoing || body.length < 2) return dropConnection(c);
  outgoing.writeHead(c.res.status, { ...Object.fromEntries(c.res.headers), 'content-length': String(body.length) });
  outgoing.write(body.subarray(0, body.length / 2), () => outgoing.destroy());
  return RESPONSE_ALREADY_SENT;
}

const garbage = '<!doctype html><title>502 Bad Gateway</title><h1>502 Bad Gateway</h1>';

async function damageResponse(c: NodeContext, damage: NonNullable<Fault['damage']>): Promise<Response> {
  switch (damage) {
    case 'garbage':
      return new Response(garbage, { status: 200, headers: { 'content-type': 'text/html' } });
    case 'half':
      return sendHalf(c);
    case 'silence': {
      const socket = c.env.incoming?.socket;
      if (socket && !socket.destroyed) await once(socket, 'close');
      return dropConnection(c);
    }
  }
}

interface ActiveFault {
  readonly id: string;
  readonly fault: Fault;
  left: number;
  /** What was planned for deliveries. */
  readonly planned?: Planned | undefined;
}

/** @param plan plans what happens to the next deliveries */
export function createFaults({ plan }: { readonly plan: (mischief: Mischief) => Planned }): Faults & {
  readonly handler: MiddlewareHandler<{ Bindings: Partial<HttpBindings> }>;
} {
  let faults: readonly ActiveFault[] = [];
  let count = 0;

  const countLeft = ({ planned, left }: ActiveFault) => planned?.countLeft() ?? left;

  const take = (method: string, path: string): Fault | undefined => {
    const found = faults.find(
      ({ fault, planned }) =>
        !planned && path.startsWith(fault.path ?? '/v1/') && (!fault.method || fault.method.toUpperCase() === method),
    );
    if (!found) return undefined;
    found.left -= 1;
    if (found.left <= 0) faults = faults.filter((one) => one !== found);
    return found.fault;
  };

  const remove = (matches: (fault: ActiveFault) => boolean) => {
    for (const { planned } of faults.filter(matches)) planned?.cancel();
    faults = faults.filter((one) => !matches(one));
  };

  return {
    add(given) {
      if (typeof given === 'object' && given.latencyMs !== undefined) checkWait('latencyMs', given.latencyMs);
      const read = parseInput(faultSchema, given, (problem) =>
        createServerError('SANDBOX_OPTION_INVALID', { problem: `of a fault, ${problem}` }),
      );
      const fault: Fault = { ...(read.name ? namedFaults[read.name] : {}), ...read };
      count += 1;
      const id = String(count);
      const left = fault.times ?? Infinity;
      const planned = fault.deliveries && plan({ ...fault.deliveries, times: left });
      faults = [...faults, { id, fault, left, planned }];
      return { id };
    },
    remove: (id) => remove((one) => one.id === id),
    list: () =>
      faults
        .filter((one) => countLeft(one) > 0)
        .map((one) => ({
          ...one.fault,
          id: one.id,
          ...(countLeft(one) === Infinity ? {} : { times: countLeft(one) }),
        })),
    clear: () => remove(() => true),
    async handler(c, next) {
      // The control API stays reachable: it is how faults are removed.
      const fault = c.req.path.startsWith('/_sandbox') ? undefined : take(c.req.method, c.req.path);
      if (!fault) return next();
      if (fault.latencyMs) await pause(fault.latencyMs);
      if (fault.drop === 'before') return dropConnection(c);
      if (fault.status && !fault.drop && !fault.damage)
        return new Response(fault.body ?? null, { status: fault.status, headers: { ...fault.headers } });
      await next();
      if (fault.drop === 'after') c.res = dropConnection(c);
      else if (fault.damage) c.res = await damageResponse(c, fault.damage);
    },
  };
}
