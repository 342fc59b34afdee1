/** The element that an element is in, also if that is the host of its shadow tree. */
export const getParent = (element: Element): Element | null => {
  if (element.parentElement) return element.parentElement;
  // Not `instanceof`: a provider can be rendered into another window, whose classes are others.
  return (element.getRootNode() as Partial<ShadowRoot>).host ?? null;
};

/** An element and everything it is in, from the inside out, through shadow trees. */
export function listAncestors(element: Element): Element[] {
  const ancestors: Element[] = [];
  for (let at: Element | null = element; at; at = getParent(at)) ancestors.push(at);
  return ancestors;
}

/** What has the focus in the document or shadow tree of an element. */
export const getFocused = (element: Element): HTMLElement | null =>
  ((element.getRootNode() as Partial<DocumentOrShadowRoot>).activeElement as HTMLElement | undefined) ?? null;
