import { getFocused } from './ancestors.js';

const focusable = 'a[href],button,input,select,textarea,summary,iframe,[tabindex],[contenteditable]';

function takesFocus(element: HTMLElement): boolean {
  element.focus({ preventScroll: true });
  return getFocused(element) === element && element !== element.ownerDocument.body;
}

/**
 * Hands on the focus of something that goes away: to the preferred element, or if that is gone or takes no focus, to
 * the nearest one before the place of what goes away, then after it, then around it. Otherwise the focus would be
 * nowhere, and people who use a keyboard would have to start from the top of the page.
 */
export function handFocus(place: Element, preferred: HTMLElement | null = null): void {
  if (preferred?.isConnected && takesFocus(preferred)) return;
  const root = place.getRootNode() as Document | ShadowRoot;
  const others = [...root.querySelectorAll<HTMLElement>(focusable)].filter((element) => !place.contains(element));
  const isBefore = (element: Element) =>
    Boolean(place.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING);
  const before = others.filter(isBefore).reverse();
  const after = others.filter((element) => !isBefore(element));
  if ([...before, ...after].some(takesFocus)) return;
  const { parentElement } = place;
  if (!parentElement) return;
  parentElement.tabIndex = -1;
  takesFocus(parentElement);
}
