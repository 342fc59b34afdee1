import type { Page } from 'playwright';

/** What has the focus, in the page or in the room that it frames. */
async function readFocused(page: Page): Promise<string | undefined> {
  for (const frame of page.frames().reverse()) {
    const name = await frame.evaluate(() => {
      const element = document.hasFocus() ? document.activeElement : null;
      if (!element || element === document.body || element.tagName === 'IFRAME') return undefined;
      const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
      return element.getAttribute('aria-label') ?? labels[0]?.textContent ?? element.textContent ?? undefined;
    });
    if (name) return name.trim();
  }
  return undefined;
}

/** Presses Tab until the focus is on what has this name. Throws if it cannot be reached. */
export async function tabTo(page: Page, name: string): Promise<void> {
  const passed: (string | undefined)[] = [];
  for (let presses = 0; presses < 40; presses++) {
    const focused = await readFocused(page);
    if (focused?.startsWith(name)) return;
    passed.push(focused);
    await page.keyboard.press('Tab');
  }
  throw new Error(`"${name}" cannot be reached with the Tab key, only ${passed.join(', ')}`);
}
