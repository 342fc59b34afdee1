import { addSheet } from '../react/addSheet.js';

/**
 * Adds rules to the document or shadow tree that an element is in. A ref calls it: no `style` attribute and no `<style>` is
 * in the server's HTML, which a strict Content-Security-Policy refuses.
 */
export const adoptRulesAround = (element: Element, rules: string): void =>
  addSheet(element.getRootNode() as Document | ShadowRoot, element.ownerDocument, rules);
