import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

/**
 * Compiles every fenced `ts` and `tsx` block of README.md, so that samples cannot go stale. A block is a module of its
 * own; one that cannot stand alone says `fragment` after its language, with the reason. Those of docs/ are files, which
 * are compiled with everything else.
 */
const out = '.cache/fences';
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const page = 'README.md';
let count = 0;
for (const [, indent = '', language = '', info = '', code = ''] of readFileSync(page, 'utf8').matchAll(
  /^([ \t]*)```(tsx?)\b([^\n]*)\n([\s\S]*?)^[ \t]*```/gm,
)) {
  if (info.includes('fragment')) continue;
  count += 1;
  const lines = code.split('\n').map((line) => line.slice(indent.length));
  writeFileSync(`${out}/${page.replace(/\W+/g, '-')}-${count}.${language}`, `${lines.join('\n')}\nexport {};\n`);
}
writeFileSync(
  `${out}/tsconfig.json`,
  JSON.stringify({
    extends: '../../tsconfig.json',
    compilerOptions: { noUnusedLocals: false, noUnusedParameters: false, types: ['node'] },
    include: ['.'],
  }),
);
execFileSync('npx', ['tsc', '-p', out], { stdio: 'inherit' });
console.log(`${count} samples compile`);
