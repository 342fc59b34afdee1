import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What kinds of apps there are, in the order in which tables show them. */
export const groups = ['page', 'tests', 'backend', 'runtime', 'types'] as const;

/** What happened to one app when it was last run. */
export interface ConsumerResult {
  readonly title: string;
  readonly group: (typeof groups)[number];
  readonly passed: boolean;
  /** Installed versions, in the order in which the table shows them. */
  readonly versions: Readonly<Record<string, string>>;
  readonly toDo: string;
  readonly seconds: number;
  /** What the component adds to the page's scripts, in bytes after gzip. */
  readonly addedBytes?: number;
}

/** `vite 8.4.0, react 19.3.1`. */
export const listVersions = (versions: ConsumerResult['versions']): string =>
  Object.entries(versions)
    .map((pair) => pair.join(' '))
    .join(', ');

export type Results = Readonly<Record<string, ConsumerResult>>;

const file = fileURLToPath(new URL('../../test/consumers/results.json', import.meta.url));

/** What every app did when it was last run; also of apps that no longer exist. */
export const readResults = (): Results => (existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Results) : {});

/** Replaces the results of the apps that were run; those of apps that no longer exist go. */
export function writeResults(results: Results, names: readonly string[]): void {
  const merged = { ...readResults(), ...results };
  const kept = names.filter((name) => merged[name]).map((name) => [name, merged[name]]);
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`);
}
