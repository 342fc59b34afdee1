import { adoptRules } from './adoptRules.js';

/** A box that fills its parent, and whose contents fill it. The page may size it otherwise: see `adoptRules`. */
export const boxRules =
  ':host{display:grid;grid-template:minmax(0,1fr)/minmax(0,1fr);flex:1 1 auto;box-sizing:border-box;min-width:0;' +
  'height:100%;contain:layout}' +
  'slot{border-radius:inherit}';

/** Without any height around it, the box is as high as the frame's intrinsic height. */
const rules =
  boxRules +
  '::slotted(iframe){display:block!important;position:static!important;box-sizing:border-box!important;' +
  'width:100%!important;min-width:0!important;max-width:none!important;' +
  'height:100%!important;min-height:0!important;max-height:none!important;' +
  'contain:size!important;contain-intrinsic-size:300px var(--whereby-min-height,20rem)!important;' +
  'margin:0!important;border:0!important;padding:0!important;border-radius:inherit;color-scheme:normal!important}' +
  '::slotted(:not(iframe)){position:absolute;inset:0}';

/** Gives the box around the frame its style. A ref of the box, called when it is in the document. */
export function styleBox(box: HTMLElement | null): void {
  if (box) adoptRules(box, rules);
}
