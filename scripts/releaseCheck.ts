import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { packPackage } from './packPackage.js';
import { checkAddresses } from './release/checkAddresses.js';
import { checkApiReport } from './release/checkApiReport.js';
import { checkInstalled } from './release/checkInstalled.js';
import { checkPacked } from './release/checkPacked.js';
import { checkPublishConfig } from './release/checkPublishConfig.js';
import { checkSizes } from './release/checkSizes.js';
import { checkVersion } from './release/checkVersion.js';
import { copyForRelease } from './release/copyForRelease.js';
import { countChangesets } from './release/countChangesets.js';
import { buildUrlWithoutReact, installWithReact } from './release/installPacked.js';
import { runChangesets } from './release/runChangesets.js';
import { runSteps } from './release/runSteps.js';
import type { PackedPackage } from './packPackage.js';
import type { ReleaseManifest } from './release/ReleaseManifest.js';
import type { Size } from './release/checkSizes.js';

/**
 * Does everything of a release but publishing it, in a copy of the working tree, and fails with a list of what is
 * missing: `npm run release:check`. `--built` takes `dist` as it is. `npm publish` runs it with `--publish`, which also
 * demands that no changeset is left.
 */
const { values } = parseArgs({
  options: { built: { type: 'boolean', default: false }, publish: { type: 'boolean', default: false } },
});
// `npm publish --dry-run` hands its option down to every npm that it starts, and the tarball is wanted.
delete process.env['npm_config_dry_run'];
const root = fileURLToPath(new URL('..', import.meta.url));
const readManifest = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as ReleaseManifest;
const manifest = readManifest(root);
const changesetCount = countChangesets(root);

/** What a command prints, also when it exits with 1 because something is above a limit or stale. */
function printDespiteFailure(command: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0 && status !== 1) throw new Error(stderr);
  return stdout;
}

if (!values.built) execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'inherit' });
const workFolder = mkdtempSync(join(tmpdir(), 'release-'));
const copy = mkdtempSync(join(tmpdir(), 'release-copy-'));
try {
  copyForRelease(root, copy);
  let packed: PackedPackage | undefined;
  const tarball = () => {
    if (!packed) throw new Error('there is no tarball to install.');
    return packed.tarball;
  };
  const missing = runSteps(
    {
      addresses: () => checkAddresses(manifest),
      version: () => {
        if (changesetCount > 0) runChangesets(copy, ['version'], 'pipe');
        const changelog = join(copy, 'CHANGELOG.md');
        return checkVersion({
          current: manifest.version,
          next: readManifest(copy).version,
          changesetCount,
          changelog: existsSync(changelog) ? readFileSync(changelog, 'utf8') : undefined,
          isPublishing: values.publish,
        });
      },
      pack: () => {
        packed = packPackage(copy, workFolder);
        return checkPacked(packed);
      },
      provenance: () => checkPublishConfig(manifest),
      install: () => checkInstalled(installWithReact(tarball(), join(workFolder, 'with-react'))),
      'install without React': () => ({
        lines: [`react-whereby-embed/url builds ${buildUrlWithoutReact(tarball(), join(workFolder, 'without-react'))}`],
        missing: [],
      }),
      'API report': () => checkApiReport(printDespiteFailure('npm', ['run', '--silent', 'api', '--', '--check'])),
      sizes: () =>
        checkSizes(JSON.parse(printDespiteFailure('npm', ['exec', '--no', '--', 'size-limit', '--json'])) as Size[]),
    },
    console.log,
  );
  if (missing.length === 0) console.log(`\n${readManifest(copy).version} can be published.`);
  else {
    console.error(`\nNot to be published yet. Missing:\n${missing.map((line) => `  - ${line}`).join('\n')}`);
    process.exitCode = 1;
  }
} finally {
  for (const folder of [workFolder, copy]) rmSync(folder, { recursive: true, force: true });
}
