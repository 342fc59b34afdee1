import { getSheet } from './getSheet.js';

/**
 * Adds rules to a document or a shadow tree, unless it has them, without a `style` attribute, which a strict
 * Content-Security-Policy refuses. A shadow tree that moves to another document loses its rules, and needs this again:
 * https://drafts.csswg.org/cssom/#dom-documentorshadowroot-adoptedstylesheets
 */
export function addSheet(root: Document | ShadowRoot, document: Document, rules: string): void {
  try {
    const sheet = getSheet(document, rules);
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  } catch {
    // Safari before 16.4, jsdom: https://caniuse.com/mdn-api_document_adoptedstylesheets
    const parent = (root as Partial<Document>).head ?? root;
    if (parent.textContent?.includes(rules)) return;
    const style = document.createElement('style');
    style.textContent = rules;
    parent.append(style);
  }
}
