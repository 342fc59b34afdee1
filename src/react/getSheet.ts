const sheets = /* @__PURE__ */ new WeakMap<Document, Map<string, CSSStyleSheet>>();

/** A style sheet of these rules. It belongs to one document: https://drafts.csswg.org/cssom/#dom-cssstylesheet-cssstylesheet */
export function getSheet(document: Document, rules: string): CSSStyleSheet {
  const ofDocument = sheets.get(document) ?? new Map<string, CSSStyleSheet>();
  sheets.set(document, ofDocument);
  let sheet = ofDocument.get(rules);
  if (!sheet) {
    sheet = new (document.defaultView ?? window).CSSStyleSheet();
    sheet.replaceSync(rules);
    ofDocument.set(rules, sheet);
  }
  return sheet;
}
