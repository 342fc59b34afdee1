import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { rooms } from '../stories/rooms.js';

/**
 * The sandbox's rooms as Storybook serves them: a folder for each, whose page takes everything else from one place,
 * so that they work as static files under any path.
 */
const from = 'dist/sandbox/room';
const to = '.cache/storybook/rooms';

rmSync(to, { recursive: true, force: true });
cpSync(from, `${to}/page`, { recursive: true });
// Asked for by the page's own code as soon as it runs: this way it is there by then.
const early = readdirSync(`${from}/assets`)
  .filter((file) => /^connectTabs-.*\.js$/.test(file))
  .map((file) => `\n    <link rel="modulepreload" href="./assets/${file}" />`);
const html = readFileSync(`${from}/index.html`, 'utf8').replace(
  '<head>',
  `<head>\n    <base href="../page/" />${early.join('')}`,
);
for (const name of rooms) {
  mkdirSync(`${to}/${name}`);
  writeFileSync(`${to}/${name}/index.html`, html);
}
