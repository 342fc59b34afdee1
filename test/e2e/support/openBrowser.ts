import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, firefox } from 'playwright';
import type { Browser } from 'playwright';
import { inject } from 'vitest';
import { launchChromium } from '../../../scripts/browser/launchChromium.js';
import { readBackgroundResult } from '../../support/background.js';
import { patience } from '../../support/patience.js';

function withPatience(browser: Browser): Browser {
  browser.on('context', (context) => context.setDefaultTimeout(patience));
  return browser;
}

/** The Chromium of the project. Closing it closes the caller's pages only. */
export async function openSharedChromium(): Promise<Browser> {
  return withPatience(await chromium.connect(await readBackgroundResult<string>(inject('chromium'))));
}

/** A Chromium of the caller's own. In it `https://*.whereby.com` leads to `roomsPort` of this machine. */
export async function openOwnChromium(options?: { readonly roomsPort: number }): Promise<Browser> {
  return withPatience(await launchChromium(options));
}

export const isFirefoxInstalled = existsSync(process.env['FIREFOX_PATH'] || '/usr/bin/firefox-esr');

/** Gives rooms a camera and a microphone without asking anybody, as the flags of our Chromium do. */
const firefoxUserPrefs = { 'media.navigator.permission.disabled': true, 'media.navigator.streams.fake': true };

/** Firefox as the system has it, through `firefoxRelay.mjs`. */
export async function openFirefox(): Promise<Browser> {
  const executablePath = fileURLToPath(new URL('firefoxRelay.mjs', import.meta.url));
  return withPatience(await firefox.launch({ channel: 'moz-firefox', executablePath, firefoxUserPrefs }));
}
