import { chromium } from 'playwright';
import type { TestProject } from 'vitest/node';
import { chromiumArgs } from '../../scripts/browser/chromiumArgs.js';
import { findChromium } from '../../scripts/browser/findChromium.js';
import { resolverRules } from '../../scripts/browser/resolverRules.js';
import { buildRoomPage } from '../../scripts/build/buildRoomPage.js';
import { serveBackgroundResult } from '../support/background.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the room page as it is built from the sources. */
    roomPage: string;
    /** Where the address of the project's Chromium is, once it runs. */
    chromium: string;
  }
}

const launchServer = async () =>
  chromium.launchServer({ executablePath: await findChromium(), args: [...chromiumArgs, resolverRules()] });

/** Builds the room page, and launches one Chromium for all files, while other projects run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const roomPage = '.cache/e2e/room';
  await buildRoomPage(roomPage);
  project.provide('roomPage', roomPage);

  const browser = launchServer();
  const { url, close } = await serveBackgroundResult(browser.then((server) => server.wsEndpoint()));
  project.provide('chromium', url);
  return async () => {
    await browser.then(
      (server) => server.close(),
      () => undefined,
    );
    await close();
  };
}
