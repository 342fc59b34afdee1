import type { MiddlewareHandler } from 'hono';
import type { Fault, Faults } from './Faults.js';

/** Ends the connection under a request. */
type Bindings = { readonly incoming?: { readonly socket?: { destroy(): void } } };

const dropConnection = (env: unknown) => {
  (env as Bindings | undefined)?.incoming?.socket?.destroy();
  return new Response(null, { status: 502 });
};

export function createFaults(): Faults & { readonly handler: MiddlewareHandler } {
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
      // What mends the sandbox must stay reachable.
      const fault = c.req.path.startsWith('/_sandbox') ? undefined : take(c.req.method, c.req.path);
      if (!fault) return next();
      if (fault.latencyMs) await new Promise((resolve) => setTimeout(resolve, fault.latencyMs));
      if (fault.drop === 'before') return dropConnection(c.env);
      if (fault.status && !fault.drop)
        return new Response(fault.body ?? null, { status: fault.status, headers: { ...fault.headers } });
      await next();
      if (fault.drop === 'after') c.res = dropConnection(c.env);
    },
  };
}
