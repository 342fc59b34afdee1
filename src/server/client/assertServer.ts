import { createServerError } from '../../errors/createServerError.js';

interface Runtime {
  readonly process?: { readonly type?: string; readonly versions?: { readonly node?: string } };
  readonly navigator?: { readonly product?: string; readonly userAgent?: string };
  readonly document?: unknown;
}

/**
 * Refuses to run where a user could read the key: pages, browser workers, React Native and Electron's windows. Node,
 * Deno, Bun and edge workers pass, as does a simulated DOM in Node (jsdom, happy-dom).
 * @throws WherebyError `SERVER_ONLY`
 */
export function assertServer(name: string, runtime: Runtime = globalThis as Runtime): void {
  const { process, document, navigator } = runtime;
  // Electron's windows can have Node's `process`, with this type (https://www.electronjs.org/docs/latest/api/process#processtype-readonly).
  const isNode = typeof process?.versions?.node === 'string' && process.type !== 'renderer';
  const isBrowser =
    document !== undefined || navigator?.product === 'ReactNative' || /^Mozilla\//.test(navigator?.userAgent ?? '');
  if (isBrowser && !isNode) throw createServerError('SERVER_ONLY', { name });
}
