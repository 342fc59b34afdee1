import type { PackedPackage } from '../../../scripts/packPackage.js';
import { listVersions } from '../../../scripts/consumers/results.js';
import type { Results } from '../../../scripts/consumers/results.js';
import type { Consumer } from './Consumer.js';

interface SizeLimit {
  readonly name: string;
  readonly limit: string;
}

/** What the component may add to a page by this package's own measure, which leaves React out as the apps' does. */
async function readSizeLimit(): Promise<string> {
  const file = new URL('../../../.size-limit.js', import.meta.url).href;
  const { default: limits } = (await import(file)) as { default: readonly SizeLimit[] };
  return limits.find(({ name }) => name === 'WherebyEmbed, gzip')!.limit;
}

/** Prints what happened: one line for each app, why some have no bytes, and what was packed. */
export async function printTable(
  results: Results,
  consumers: readonly Consumer[],
  packed: PackedPackage,
): Promise<void> {
  const limit = await readSizeLimit();
  const rows = Object.entries(results).sort(([a], [b]) => a.localeCompare(b));
  console.table(
    Object.fromEntries(
      rows.map(([name, { passed, seconds, addedBytes, versions }]) => [
        name,
        {
          result: passed ? 'works' : 'FAILS',
          seconds,
          'added bytes (gzip)': addedBytes ?? '',
          'size limit': addedBytes === undefined ? '' : limit,
          versions: listVersions(versions),
        },
      ]),
    ),
  );
  for (const { name, unmeasured } of consumers)
    if (unmeasured) console.log(`No added bytes of ${name}: ${unmeasured}.`);
  console.log(`The package: ${(packed.bytes / 1e6).toFixed(2)} MB in ${packed.fileCount} files, unpacked.`);
}
