import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareElements } from './official/compareElements.js';
import { readElement } from './official/readElement.js';
import type { OfficialElement } from './official/readElement.js';

/**
 * Says what changed between two releases of the official element: attributes, events, commands. `npm run official`
 * compares the one that this project is tested with to the newest, `npm run official 3.29.8 3.30.3` any two.
 */
const name = '@whereby.com/browser-sdk';

function fetchElement(version: string): OfficialElement {
  const folder = mkdtempSync(join(tmpdir(), 'official-'));
  try {
    const options = { cwd: folder, encoding: 'utf8' } as const;
    const [{ filename }] = JSON.parse(execFileSync('npm', ['pack', `${name}@${version}`, '--json'], options)) as [
      { readonly filename: string },
    ];
    execFileSync('tar', ['-xzf', filename], options);
    return readElement(join(folder, 'package'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const [from, to = 'latest'] = process.argv.slice(2);
const before = from ? fetchElement(from) : readElement(`node_modules/${name}`);
const after = fetchElement(to);
const changes = compareElements(before, after);
console.log(`${name} ${before.version} → ${after.version}: ${changes.length || 'no'} changes`);
for (const change of changes) console.log(`  ${change}`);
