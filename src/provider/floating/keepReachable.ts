import { adoptRulesAround } from '../../panels/adoptRulesAround.js';
import { getFocused, getParent } from './ancestors.js';
import { beforeRemoval } from './beforeRemoval.js';
import type { FrameHost } from './createFrameHost.js';
import { isElement } from './isElement.js';
import { windowRules } from './windowStyles.js';

/** Elements that show no children. */
const replaced = 'video,audio,img,canvas,iframe,object,embed';

/** The parent of the outermost inert element around an element. */
function findPlaceOutsideInert(element: Element): Element | undefined {
  let place: Element | undefined;
  for (let at: Element | null = element; at; at = getParent(at))
    if (at.hasAttribute('inert')) place = getParent(at) ?? undefined;
  return place;
}

/**
 * Keeps the floating window where the participant can use it, until the function it returns is called. While a modal
 * dialog is open, browsers make everything outside of it inert; while an element is in full screen, nothing else is
 * seen; and some libraries mark what is behind their dialogs as `inert`. The window moves into the front dialog or
 * full-screen element, or out of what is inert, and back, where the browser can move a frame without reloading it.
 *
 * There it is a popover, so that no `overflow` or `transform` of the dialog cuts it off or shifts it.
 */
export function keepReachable(frameHost: FrameHost): () => void {
  const { element } = frameHost;
  const { ownerDocument } = element;
  /** Where dialogs can be: the document, and the shadow trees that the focus has been in. */
  const roots = new Set<Document | ShadowRoot>();
  /** What became modal while we watched; the last is in front. */
  const order = new Set<Element>();
  /** Where the window is, if that is not its home. */
  let currentPlace: Element | undefined;
  let stopGuarding: (() => void) | undefined;
  let lostFocus: HTMLElement | null = null;

  /** The place for the window, if nothing in `closing` counts any more; undefined is its home. */
  const findPlace = (closing?: Node): Element | undefined => {
    const { home } = frameHost;
    if (!home) return undefined;
    // A full-screen element is `:modal` too: https://html.spec.whatwg.org/#selector-modal
    const modals = [...roots]
      .flatMap((root) => [...root.querySelectorAll(':modal')])
      .filter((modal) => modal.isConnected && !closing?.contains(modal));
    const [front] = [
      ...modals.filter((modal) => !order.has(modal)),
      ...[...order].filter((modal) => modals.includes(modal)),
    ].slice(-1);
    // The home is in it, or the room itself is in full screen.
    if (front && (front.contains(home) || element.contains(front))) return undefined;
    if (front && !front.matches(replaced)) return front;
    return findPlaceOutsideInert(home);
  };

  const move = (place: Element | undefined) => {
    if (place === currentPlace) return;
    currentPlace = undefined;
    stopGuarding?.();
    stopGuarding = undefined;
    if (element.popover) element.popover = null;
    if (!frameHost.floatIn(place)) return;
    currentPlace = place;
    adoptRulesAround(element, windowRules);
    element.popover = 'manual';
    element.showPopover();
    stopGuarding = beforeRemoval(element, () => {
      move(undefined);
      // What is removed now is not in the document then.
      queueMicrotask(update);
    });
  };
  let isWatching = true;
  const update = () => {
    if (isWatching) move(findPlace());
  };

  const stop = new AbortController();
  const options = { capture: true, signal: stop.signal };
  const observer = new (ownerDocument.defaultView ?? window).MutationObserver(update);

  const onBeforeToggle = ({ target, newState }: ToggleEvent) => {
    if (newState !== 'closed' || !isElement(target) || target === element || !target.contains(element)) return;
    // A dialog that closes gives the focus back to what had it before.
    const focused = getFocused(element);
    lostFocus = element.contains(focused) ? focused : null;
    move(findPlace(target));
  };
  const onToggle = ({ target, newState }: ToggleEvent) => {
    if (target === element || !isElement(target)) return;
    order.delete(target);
    if (newState === 'open') order.add(target);
    update();
    if (newState === 'closed') lostFocus?.focus({ preventScroll: true });
    lostFocus = null;
  };
  const watch = (root: Document | ShadowRoot) => {
    roots.add(root);
    // Dialogs report both; the first comes before they close. Neither leaves a shadow tree.
    root.addEventListener('beforetoggle', (event) => onBeforeToggle(event as ToggleEvent), options);
    root.addEventListener('toggle', (event) => onToggle(event as ToggleEvent), options);
    observer.observe(root, { subtree: true, attributeFilter: ['inert'] });
  };
  /** A dialog takes the focus when it opens, which is how one in a shadow tree is found. */
  const watchPath = (event: Event) => {
    const found = event
      .composedPath()
      .filter((node): node is ShadowRoot => (node as Partial<Node>).nodeType === Node.DOCUMENT_FRAGMENT_NODE)
      .filter((root) => !roots.has(root));
    if (!found.length) return;
    found.forEach(watch);
    update();
  };
  watch(ownerDocument);
  ownerDocument.addEventListener('focusin', watchPath, options);
  ownerDocument.addEventListener(
    'fullscreenchange',
    (event) => {
      watchPath(event);
      const { fullscreenElement } = ownerDocument;
      if (fullscreenElement) order.add(fullscreenElement);
      update();
    },
    options,
  );

  update();
  return () => {
    isWatching = false;
    stop.abort();
    observer.disconnect();
    move(undefined);
  };
}
