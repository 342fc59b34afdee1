import type { Page } from 'playwright';

/** Addresses of the documents that frames of the page have requested. The list grows from now on. */
export function collectFrameLoads(page: Page): string[] {
  const loads: string[] = [];
  page.on('request', (request) => {
    if (request.isNavigationRequest() && request.frame() !== page.mainFrame()) loads.push(request.url());
  });
  return loads;
}
