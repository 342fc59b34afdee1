import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { rooms } from '../../stories/rooms.js';
import { buildRoomPage } from './buildRoomPage.js';

const folder = '.cache/storybook/rooms';

/**
 * Builds the sandbox's rooms as Storybook serves them: one folder per room, whose page takes everything else from
 * one place, so that they work as static files under any path.
 */
export async function buildStorybookRooms(): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  await buildRoomPage(`${folder}/page`);
  // The page's own code asks for it as soon as it runs: this way it has arrived by then.
  const preloads = readdirSync(`${folder}/page/assets`)
    .filter((file) => /^connectTabs-.*\.js$/.test(file))
    .map((file) => `\n    <link rel="modulepreload" href="./assets/${file}" />`);
  const html = readFileSync(`${folder}/page/index.html`, 'utf8').replace(
    '<head>',
    `<head>\n    <base href="../page/" />${preloads.join('')}`,
  );
  for (const name of rooms) {
    mkdirSync(`${folder}/${name}`);
    writeFileSync(`${folder}/${name}/index.html`, html);
  }
}
