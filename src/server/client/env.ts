interface Host {
  readonly process?: { readonly env?: Readonly<Record<string, string | undefined>> };
  readonly Deno?: { readonly env: { get(name: string): string | undefined } };
}

/**
 * A variable of the environment; `undefined` where it is empty or there is no environment. Reached through
 * `globalThis`, so that no bundler writes its value into a file.
 */
export function readEnv(name: string): string | undefined {
  const host = globalThis as Host;
  try {
    return (host.process?.env?.[name] ?? host.Deno?.env.get(name))?.trim() || undefined;
  } catch {
    // Deno asks for a permission that may have been denied: then the variable counts as not set.
    return undefined;
  }
}
