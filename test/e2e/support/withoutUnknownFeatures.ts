import type { Page } from 'playwright';

/**
 * The console's messages, without Chromium's own warning of a feature that its headless shell is built without: whole
 * browsers know it.
 */
export async function withoutUnknownFeatures(page: Page, messages: readonly string[]): Promise<string[]> {
  const hasSpeakers = await page.evaluate(() =>
    (document as Document & { featurePolicy: { features(): string[] } }).featurePolicy
      .features()
      .includes('speaker-selection'),
  );
  return messages.filter((message) => hasSpeakers || message !== "Unrecognized feature: 'speaker-selection'.");
}
