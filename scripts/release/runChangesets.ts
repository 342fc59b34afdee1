import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

// Not its `changeset` command, which calls a function that Node 20 does not have and does nothing else beside this module.
const command = fileURLToPath(import.meta.resolve('@changesets/cli'));

/** Runs Changesets in a folder: `version`, `add`. */
export function runChangesets(folder: string, args: readonly string[], stdio: 'inherit' | 'pipe'): void {
  execFileSync(process.execPath, [command, ...args], { cwd: folder, stdio });
}
