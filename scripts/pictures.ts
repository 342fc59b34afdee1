import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { launchChromium } from './browser/launchChromium.js';
import { buildRoomPage } from './build/buildRoomPage.js';
import { pictureCases } from './pictures/cases.js';
import { differingPixels } from './pictures/differingPixels.js';
import { shrink } from './pictures/shrink.js';
import { openStudio } from './pictures/studio.js';
import { serveFolder } from './servers/serveFolder.js';

/**
 * Takes the pictures of the docs: the room in every state of each parameter (docs/images/params, which a test
 * compares) and the playground. Needs `npm run build-storybook`. Names given limit it to those parameters.
 */
const names = process.argv.slice(2);
mkdirSync('docs/images/params', { recursive: true });

if (!names.length || names.includes('playground')) {
  const { origin, close } = await serveFolder('storybook-static');
  const browser = await launchChromium();
  for (const theme of ['light', 'dark'] as const) {
    const page = await browser.newPage({
      viewport: { width: 1280, height: 800 },
      colorScheme: theme,
      reducedMotion: 'reduce',
    });
    await page.goto(`${origin}/iframe.html?id=playground--room&viewMode=story`);
    await page.getByText(/^Loaded in/).waitFor();
    await page.getByRole('searchbox', { name: 'Search parameters' }).fill('button');
    const set = (param: string, label: string) =>
      page.getByRole('radiogroup', { name: param, exact: true }).getByRole('radio', { name: label }).check();
    await set('chat', 'Off');
    await set('screenshare', 'Off');
    await page.getByText(/load [2-9]$/).waitFor();
    await page.frameLocator('iframe').locator('.stage').first().waitFor();
    writeFileSync(`docs/images/playground-${theme}.png`, shrink(await page.screenshot()));
    console.log(`wrote docs/images/playground-${theme}.png`);
  }
  await browser.close();
  await close();
}

const roomPage = '.cache/pictures/room';
await buildRoomPage(roomPage);
const studio = await openStudio(roomPage);
for (const one of pictureCases.filter(({ name }) => !names.length || names.includes(name))) {
  const path = `docs/images/params/${one.name}.png`;
  const taken = await studio.take(one);
  // The same to the eye: leave the file as it is.
  if (existsSync(path) && differingPixels(readFileSync(path), taken) === 0) continue;
  writeFileSync(path, shrink(taken));
  console.log(`wrote ${path}`);
}
await studio.close();
