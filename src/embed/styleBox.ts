/**
 * How the box and the frame in it look. The rules are in a shadow root, because there they
 * - give way to whatever the page says about the box: a rule for the host wins over `:host`, however weak
 *   (https://drafts.csswg.org/css-cascade/#cascade-context),
 * - hold for the frame, whatever a site-wide rule says about `iframe`: for `!important` it is the other way round,
 * - need no `style` attribute and no `<style>`, which a strict Content-Security-Policy refuses.
 *
 * Without any height around it, the box is as high as the frame's intrinsic height.
 */
const rules =
  ':host{display:grid;grid-template:minmax(0,1fr)/minmax(0,1fr);flex:1 1 auto;box-sizing:border-box;min-width:0;' +
  'height:100%;contain:layout}' +
  'slot{border-radius:inherit}' +
  '::slotted(iframe){display:block!important;position:static!important;box-sizing:border-box!important;' +
  'width:100%!important;min-width:0!important;max-width:none!important;' +
  'height:100%!important;min-height:0!important;max-height:none!important;' +
  'contain:size!important;contain-intrinsic-size:300px var(--whereby-min-height,20rem)!important;' +
  'margin:0!important;border:0!important;padding:0!important;border-radius:inherit;color-scheme:normal!important}' +
  '::slotted(:not(iframe)){position:absolute;inset:0}';

const sheets = /* @__PURE__ */ new WeakMap<Document, CSSStyleSheet>();

/** A style sheet belongs to one document: https://drafts.csswg.org/cssom/#dom-cssstylesheet-cssstylesheet */
function getSheet(document: Document): CSSStyleSheet {
  let sheet = sheets.get(document);
  if (!sheet) {
    sheet = new (document.defaultView ?? window).CSSStyleSheet();
    sheet.replaceSync(rules);
    sheets.set(document, sheet);
  }
  return sheet;
}

/** Gives the box its style. A ref of the box, called when it is in the document. */
export function styleBox(box: HTMLElement | null): void {
  if (!box || box.shadowRoot) return;
  const { ownerDocument } = box;
  const root = box.attachShadow({ mode: 'open' });
  root.append(ownerDocument.createElement('slot'));
  try {
    root.adoptedStyleSheets = [getSheet(ownerDocument)];
  } catch {
    // Safari before 16.4, jsdom: https://caniuse.com/mdn-api_document_adoptedstylesheets
    const style = ownerDocument.createElement('style');
    style.textContent = rules;
    root.append(style);
  }
}
