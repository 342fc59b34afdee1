import type { EnvironmentVariables } from './EnvironmentVariables.js';

/** The runtimes that have an environment: `process` in Node, Bun and most workers, `Deno` in Deno. */
interface Runtime {
  readonly process?: { readonly env?: Readonly<Record<string, string | undefined>> };
  readonly Deno?: { readonly env: { get(name: string): string | undefined } };
}

/**
 * Reads an environment variable, each time it is called. Goes through `globalThis`, so that no bundler writes the
 * value into a file.
 * @returns the value without white space around it, which secrets read from files often have; undefined if it is not
 * set or empty, or if the runtime has no environment
 */
export function readEnvironment(name: keyof EnvironmentVariables): string | undefined {
  const { process, Deno } = globalThis as Runtime;
  try {
    return (process?.env?.[name] ?? Deno?.env.get(name))?.trim() || undefined;
  } catch {
    // Deno throws if the permission to read the variable was denied (https://docs.deno.com/runtime/fundamentals/security/).
    return undefined;
  }
}
