import { createServerError } from '../../errors/createServerError.js';

interface Host {
  readonly process?: { readonly type?: string; readonly versions?: { readonly node?: string } };
  readonly navigator?: { readonly product?: string; readonly userAgent?: string };
  readonly document?: unknown;
}

/**
 * Node, Deno, Bun and edge workers pass. So does a simulated DOM (jsdom, happy-dom), which lives in Node and shows
 * what it has to nobody. Pages, browser workers, React Native and Electron's windows do not.
 * @throws WherebyError `SERVER_ONLY`
 */
export function assertServer(name: string, host: Host = globalThis as Host): void {
  const runtime = typeof host.process?.versions?.node === 'string' && host.process.type !== 'renderer';
  const browser =
    host.document !== undefined ||
    host.navigator?.product === 'ReactNative' ||
    /^Mozilla\//.test(host.navigator?.userAgent ?? '');
  if (browser && !runtime) throw createServerError('SERVER_ONLY', { name });
}
