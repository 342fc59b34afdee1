import manifest from '../package.json' with { type: 'json' };

/** An entry of the package: what an app imports, the file that is built for it, and its source. */
export interface PackageEntry {
  /** `.` or `./server`, as in the `exports` of package.json. */
  readonly subpath: string;
  /** The built file, without folder and extension: `index` or `server/index`. */
  readonly output: string;
  /** The source file, relative to the project's folder: `src/server/index.ts`. */
  readonly source: string;
}

/** The package's entries. `exports` in package.json is the list; a built file has its source's path in `src`. */
export const packageEntries: readonly PackageEntry[] = Object.entries(manifest.exports).flatMap(([subpath, target]) => {
  if (typeof target === 'string') return [];
  const output = target.default.replace(/^\.\/dist\/|\.js$/g, '');
  return [{ subpath, output, source: `src/${output}.ts` }];
});
