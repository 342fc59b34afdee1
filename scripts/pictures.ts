import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { launchChromium } from './browser/launchChromium.js';
import { buildRoomPage } from './build/buildRoomPage.js';
import { pictureCases } from './pictures/cases.js';
import { differingPixels } from './pictures/differingPixels.js';
import { shrink } from './pictures/shrink.js';
import { openStudio } from './pictures/studio.js';
import { openSurfaces } from './pictures/openSurfaces.js';
import { surfacePicture, surfaces, surfaceThemes } from './pictures/surfaces.js';
import { serveFolder } from './servers/serveFolder.js';

/**
 * Takes the pictures of the docs: the room in every state of each parameter (docs/images/params, which a test
 * compares) and the playground; and, for `npm run test:stories`, of every kind of page of Storybook. Needs
 * `npm run build-storybook`. Names given limit it to those parameters, to `playground`, or to `stories`.
 */
const names = process.argv.slice(2);

/** A picture that is the same to the eye stays as it is. */
function writeWhereItDiffers(path: string, taken: Buffer): void {
  if (existsSync(path) && differingPixels(readFileSync(path), taken) === 0) return;
  writeFileSync(path, shrink(taken));
  console.log(`wrote ${path}`);
}

for (const folder of ['docs/images/params', 'test/stories/pictures']) mkdirSync(folder, { recursive: true });

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

if (!names.length || names.includes('stories')) {
  const opened = await openSurfaces();
  for (const surface of surfaces)
    for (const theme of surfaceThemes)
      for (const [width, taken] of await opened.take(surface, theme))
        writeWhereItDiffers(surfacePicture(surface, width, theme), taken);
  await opened.close();
}

const cases = pictureCases.filter(({ name }) => !names.length || names.includes(name));
if (cases.length) {
  const roomPage = '.cache/pictures/room';
  await buildRoomPage(roomPage);
  const studio = await openStudio(roomPage);
  for (const one of cases) writeWhereItDiffers(`docs/images/params/${one.name}.png`, await studio.take(one));
  await studio.close();
}
