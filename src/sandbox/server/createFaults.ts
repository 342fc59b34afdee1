import type { HttpBindings } from '@hono/node-server';
import type { Context, MiddlewareHandler } from 'hono';
import { checkWait } from '../core/checkWait.js';
import { pause } from '../../server/pause.js';
import type { Fault, Faults } from './Faults.js';

type NodeContext = Context<{ Bindings: Partial<HttpBindings> }>;

/** Ends the connection of a request. The response is for nobody. */
function dropConnection(c: NodeContext): Response {
  c.env.incoming?.socket.destroy();
  return new Response(null, { status: 502 });
}

export function createFaults(): Faults & { readonly handler: MiddlewareHandler<{ Bindings: Partial<HttpBindings> }> } {
  let faults: { readonly id: string; readonly fault: Fault; left: number }[] = [];
  let count = 0;

  const take = (method: string, path: string): Fault | undefined => {
    const found = faults.find(
      ({ fault }) => path.startsWith(fault.path ?? '/v1/') && (!fault.method || fault.method.toUpperCase() === method),
    );
    if (!found) return undefined;
    found.left -= 1;
    if (found.left <= 0) faults = faults.filter((one) => one !== found);
    return found.fault;
  };

  return {
    add(fault) {
      if (fault.latencyMs !== undefined) checkWait('latencyMs', fault.latencyMs);
      count += 1;
      const id = String(count);
      faults = [...faults, { id, fault, left: fault.times ?? Infinity }];
      return { id };
    },
    remove(id) {
      faults = faults.filter((one) => one.id !== id);
    },
    list: () => faults.map(({ id, fault, left }) => ({ ...fault, id, ...(left === Infinity ? {} : { times: left }) })),
    clear() {
      faults = [];
    },
    async handler(c, next) {
      // The control API stays reachable: it is how faults are removed.
      const fault = c.req.path.startsWith('/_sandbox') ? undefined : take(c.req.method, c.req.path);
      if (!fault) return next();
      if (fault.latencyMs) await pause(fault.latencyMs);
      if (fault.drop === 'before') return dropConnection(c);
      if (fault.status && !fault.drop)
        return new Response(fault.body ?? null, { status: fault.status, headers: { ...fault.headers } });
      await next();
      if (fault.drop === 'after') c.res = dropConnection(c);
    },
  };
}
