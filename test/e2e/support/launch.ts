import { chromium } from 'playwright';
import type { Browser } from 'playwright';
import { chromiumArgs, findChromium } from '../../../scripts/chromium.js';

/** Real Chromium whose resolver leads `*.whereby.com` to a port of this machine, and everything else nowhere. */
export const launch = async (roomsPort: number, more: readonly string[] = []): Promise<Browser> =>
  chromium.launch({
    executablePath: await findChromium(),
    args: [
      ...chromiumArgs,
      `--host-resolver-rules=MAP *.whereby.com 127.0.0.1:${roomsPort}, MAP insecure.test 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1`,
      ...more,
    ],
  });
