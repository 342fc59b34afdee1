import type { Look } from './Look.js';
import { expectPage } from '../e2e/support/expectPage.js';
import { patience } from '../support/patience.js';
import { join } from './meet.js';

/** Two people join a room of the sandbox, the server says so, and it refuses what nobody signed. */
export const receiveWebhooks: Look = async (browser, url, picture, reader) => {
  const contexts = await Promise.all([0, 1].map(() => browser.newContext({ viewport: { width: 1280, height: 800 } })));
  try {
    for (const [index, context] of contexts.entries()) {
      context.setDefaultTimeout(patience);
      const name = ['Ada', 'Grace'][index]!;
      const page = await context.newPage();
      await page.goto('http://127.0.0.1:4455/demo');
      try {
        await join(page, name);
        await reader.waitForOutput(new RegExp(`^${name} joined /demo$`, 'm'));
      } finally {
        await page.screenshot({ path: picture });
      }
    }
    await contexts[1]!.close();
    await reader.waitForOutput(/^Grace left \/demo$/m);
    const forged = await fetch(new URL('/webhooks/whereby', url), { method: 'POST', body: '{}' });
    expectPage(forged.status, 'what nobody signed is refused').toBe(401);
  } finally {
    await Promise.all(contexts.map((context) => context.close()));
  }
};
