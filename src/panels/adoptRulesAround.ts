import { getSheet } from '../react/getSheet.js';

const styled = /* @__PURE__ */ new WeakMap<Node, Set<string>>();

/**
 * Adds rules to the document or shadow tree that an element is in, once. A ref calls it: no `style` attribute and no
 * `<style>` is in the server's HTML, which a strict Content-Security-Policy refuses.
 */
export function adoptRulesAround(element: Element, rules: string): void {
  const root = element.getRootNode() as Document | ShadowRoot;
  const adopted = styled.get(root) ?? new Set<string>();
  if (adopted.has(rules)) return;
  styled.set(root, adopted.add(rules));
  try {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, getSheet(element.ownerDocument, rules)];
  } catch {
    // Safari before 16.4, jsdom: https://caniuse.com/mdn-api_document_adoptedstylesheets
    const style = element.ownerDocument.createElement('style');
    style.textContent = rules;
    ((root as Partial<Document>).head ?? root).append(style);
  }
}
