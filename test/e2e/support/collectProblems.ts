import type { Page } from 'playwright';

/** Errors and warnings of a page's console, and uncaught errors. The list grows from now on. */
export function collectProblems(page: Page, problems: string[] = []): string[] {
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(String(error)));
  return problems;
}
