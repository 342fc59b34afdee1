import { expect, test } from 'vitest';
import { packagedChromium } from '../../../scripts/chromium.js';

test('the packaged browser leaves the environment of other browsers as it was', async () => {
  const before = { ...process.env };
  const { env } = await packagedChromium();
  expect(process.env).toEqual(before);
  expect(env).toHaveProperty('LD_LIBRARY_PATH');
  expect(await packagedChromium()).toEqual(await packagedChromium());
}, 60_000);
