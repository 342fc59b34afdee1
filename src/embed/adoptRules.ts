import { addSheet } from '../react/addSheet.js';

/**
 * Styles a box and what is in it by rules in a shadow root of the box, because there they
 * - give way to whatever the page says about the box: a rule for the host wins over `:host`, however weak
 *   (https://drafts.csswg.org/css-cascade/#cascade-context),
 * - hold for what is in the box, whatever a site-wide rule says about it: for `!important` it is the other way round,
 * - need no `style` attribute and no `<style>`, which a strict Content-Security-Policy refuses.
 */
export function adoptRules(box: HTMLElement, rules: string): void {
  const { ownerDocument } = box;
  let root = box.shadowRoot;
  if (!root) {
    root = box.attachShadow({ mode: 'open' });
    root.append(ownerDocument.createElement('slot'));
  }
  addSheet(root, ownerDocument, rules);
}
