import { addSheet } from '../react/addSheet.js';

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
  addSheet(root, element.ownerDocument, rules);
}
