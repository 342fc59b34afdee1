import { adoptRules } from '../embed/adoptRules.js';
import { boxRules } from '../embed/styleBox.js';

/**
 * The `svg` in the box is a strut: without any height around it, the box is as high as that, and never higher for it.
 */
const rules =
  boxRules +
  '::slotted(svg){grid-area:1/1!important;display:block!important;position:static!important;' +
  'box-sizing:border-box!important;width:100%!important;min-width:0!important;max-width:none!important;' +
  'height:var(--whereby-min-height,20rem)!important;min-height:0!important;max-height:100%!important;' +
  'margin:0!important;border:0!important;padding:0!important;' +
  'visibility:hidden!important;pointer-events:none!important}';

/** Gives the box of a persistent outlet its style, which is that of `WherebyEmbed`. A ref of the box. */
export function styleOutlet(box: HTMLElement | null): void {
  if (box) adoptRules(box, rules);
}
