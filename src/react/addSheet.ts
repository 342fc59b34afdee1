import { getSheet } from './getSheet.js';

/**
 * Adds rules to a document or a shadow tree without a `style` attribute, which a strict Content-Security-Policy refuses.
 */
export function addSheet(root: Document | ShadowRoot, document: Document, rules: string): void {
  try {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, getSheet(document, rules)];
  } catch {
    // Safari before 16.4, jsdom: https://caniuse.com/mdn-api_document_adoptedstylesheets
    const style = document.createElement('style');
    style.textContent = rules;
    ((root as Partial<Document>).head ?? root).append(style);
  }
}
