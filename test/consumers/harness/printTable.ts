import type { PackedPackage } from '../../../scripts/packPackage.js';
import { listVersions } from '../../../scripts/consumers/results.js';
import type { Results } from '../../../scripts/consumers/results.js';

/** Prints what happened: one line for each app, and what was packed. */
export function printTable(results: Results, packed: PackedPackage): void {
  const rows = Object.entries(results).sort(([a], [b]) => a.localeCompare(b));
  console.table(
    Object.fromEntries(
      rows.map(([name, { passed, seconds, addedBytes, versions }]) => [
        name,
        {
          result: passed ? 'works' : 'FAILS',
          seconds,
          'added bytes (gzip)': addedBytes ?? '',
          versions: listVersions(versions),
        },
      ]),
    ),
  );
  console.log(`The package: ${(packed.bytes / 1e6).toFixed(2)} MB in ${packed.fileCount} files, unpacked.`);
}
