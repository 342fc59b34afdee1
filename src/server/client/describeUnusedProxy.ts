interface Runtime {
  readonly process?: {
    readonly env?: Readonly<Record<string, string | undefined>>;
    readonly execArgv?: readonly string[];
    readonly versions?: Readonly<Record<string, string | undefined>>;
  };
  readonly Deno?: unknown;
}

/**
 * Names a proxy in the environment that `fetch` does not use: Node's does so only on request
 * (https://nodejs.org/api/cli.html#node_use_env_proxy1), those of Deno and Bun do by themselves.
 * @returns the end of a sentence; an empty text if there is no such proxy
 */
export function describeUnusedProxy(address: string, runtime: Runtime = globalThis as Runtime): string {
  const { env = {}, execArgv = [], versions = {} } = runtime.process ?? {};
  if (versions.node === undefined || versions.bun !== undefined || runtime.Deno !== undefined) return '';
  if (env.NODE_USE_ENV_PROXY === '1' || execArgv.includes('--use-env-proxy')) return '';
  const { protocol, hostname } = new URL(address);
  const names = [protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY', 'ALL_PROXY'];
  const name = names.flatMap((each) => [each, each.toLowerCase()]).find((each) => env[each]);
  const exceptions = (env.NO_PROXY ?? env.no_proxy ?? '').split(/[\s,]+/).filter(Boolean);
  const isException = exceptions.some(
    (each) =>
      each === '*' || hostname === each.replace(/^\*?\./, '') || hostname.endsWith(`.${each.replace(/^\*?\./, '')}`),
  );
  if (name === undefined || isException) return '';
  return `. ${name} is set, but \`fetch\` of Node does not use it: set NODE_USE_ENV_PROXY=1 (Node 22.21, 24 and newer), or pass a \`fetch\` that does`;
}
