import { expect, test } from 'vitest';
import { unpackChromium } from '../../../scripts/browser/unpackChromium.js';

test('unpacking the packaged browser leaves the environment unchanged', async () => {
  const before = { ...process.env };
  const { env } = await unpackChromium();
  expect(process.env).toEqual(before);
  expect(env).toHaveProperty('LD_LIBRARY_PATH');
  expect(await unpackChromium()).toEqual(await unpackChromium());
});
