import type { Page } from 'playwright';

/**
 * What was said, less what is the browser's own lack: a headless shell is built without some of the features that
 * every whole Chromium has, and warns of them.
 */
export async function withoutLacks(page: Page, said: readonly string[]): Promise<string[]> {
  const hasSpeakers = await page.evaluate(() =>
    (document as Document & { featurePolicy: { features(): string[] } }).featurePolicy
      .features()
      .includes('speaker-selection'),
  );
  return said.filter((line) => hasSpeakers || line !== "Unrecognized feature: 'speaker-selection'.");
}
