import { chromium } from 'playwright';
import type { Browser } from 'playwright';
import { chromiumArgs } from './chromiumArgs.js';
import { findChromium } from './findChromium.js';
import { resolverRules } from './resolverRules.js';

/**
 * Launches Chromium. It reaches this machine only.
 * @param roomsPort where `https://*.whereby.com` is served on this machine.
 * @param args flags beside those of all tests.
 * @param ignoreDefaultArgs flags of Playwright that are left out.
 * @param executablePath defaults to that of `findChromium`.
 */
export async function launchChromium({
  roomsPort,
  args = [],
  ignoreDefaultArgs = [],
  executablePath,
}: {
  readonly roomsPort?: number;
  readonly args?: readonly string[];
  readonly ignoreDefaultArgs?: readonly string[];
  readonly executablePath?: string;
} = {}): Promise<Browser> {
  const hosts = {
    ...(roomsPort && { '*.whereby.com': `127.0.0.1:${roomsPort}` }),
    // For a browser not a secure context, which localhost is.
    'insecure.test': '127.0.0.1',
  };
  return chromium.launch({
    executablePath: executablePath ?? (await findChromium()),
    ignoreDefaultArgs: [...ignoreDefaultArgs],
    args: [...chromiumArgs, ...args, resolverRules(hosts)],
  });
}
