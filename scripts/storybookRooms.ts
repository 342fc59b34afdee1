import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { rooms } from '../stories/rooms.js';

/**
 * The sandbox's rooms as Storybook serves them: a folder for each, whose page takes everything else from one place,
 * so that they work as static files under any path.
 */
const from = 'dist/sandbox/room';
const to = '.cache/storybook/rooms';

rmSync(to, { recursive: true, force: true });
cpSync(from, `${to}/page`, { recursive: true });
const html = readFileSync(`${from}/index.html`, 'utf8');
for (const name of rooms) {
  mkdirSync(`${to}/${name}`);
  writeFileSync(`${to}/${name}/index.html`, html.replace('<head>', '<head>\n    <base href="../page/" />'));
}
