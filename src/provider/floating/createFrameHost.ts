import { getFocused } from './ancestors.js';

/**
 * Shows one element, with the frame in it, in changing places.
 *
 * What it guarantees
 * 1. The frame is never reloaded. A frame survives `moveBefore`, and no other way of moving it
 *    (https://developer.mozilla.org/docs/Web/API/Element/moveBefore), so a connected element is moved by that alone.
 * 2. Without `moveBefore`, and where that refuses, the element stays at home and is laid over the box of the outlet:
 *    see `followBox`. A box in another document does not count: nothing can be laid over it.
 * 3. Without an outlet it floats or is hidden, as `setAway` says. It floats at home, or where `floatIn` says.
 * 4. The focus stays in the meeting when it moves.
 */
export interface FrameHost {
  /** Holds the frame. Created when it is first read, so that a server needs no document. */
  readonly element: HTMLElement;
  /** Where the element is while it is in no box. */
  readonly home: HTMLElement | null;
  readonly isDocked: boolean;
  /** Sets the home. It has no box of its own. */
  readonly setHome: (home: HTMLElement | null) => void;
  /** Sets the style of the element while no outlet shows it; without a style it is hidden. */
  setAway(style?: string): void;
  /**
   * Moves the element to another place than its home to float in, if that does not reload the frame, or back home.
   * Returns whether it floats in that place now.
   */
  floatIn(place?: Element): boolean;
  /** Shows the element in an outlet's box until the function it returns is called. */
  dock(box: HTMLElement): () => void;
}

type Movable = Element & { moveBefore?(node: Node, child: Node | null): void };

// `all: unset`, for site-wide rules on every element.
const column = 'all:unset;display:flex;flex-direction:column;box-sizing:border-box;min-width:0;min-height:0;';
const dockedStyle = `${column}grid-area:1/1;width:100%;height:100%;border-radius:inherit`;
const laidOverStyle = `${column}position:fixed;inset:0 auto auto 0;width:0;height:0`;
const hiddenStyle = 'all:unset;position:fixed;width:20rem;height:12rem;visibility:hidden;pointer-events:none';

export function createFrameHost(onChange: () => void): FrameHost {
  const boxes: HTMLElement[] = [];
  let element: HTMLElement | undefined;
  let home: HTMLElement | null = null;
  let awayStyle: string | undefined;
  let floatPlace: Element | undefined;
  let stopFollowing: (() => void) | undefined;
  let isDocked = false;
  let lastStyle: string | undefined;

  const getElement = () => (element ??= document.createElement('div'));

  /** Moves the element if that does not reload the frame; returns whether the element is there now. */
  const moveTo = (parent: Movable): boolean => {
    const node = getElement();
    if (node.parentNode === parent) return true;
    if (!parent.moveBefore && parent !== home) return false;
    try {
      if (node.isConnected) parent.moveBefore!(node, null);
      // Outside of the document, there is nothing in it that could be reloaded.
      else parent.append(node);
      return true;
    } catch {
      // `moveBefore` refuses what would need a reload.
      return false;
    }
  };

  /** Lays the element over the box until the function it returns is called. */
  const layOver = (box: HTMLElement) => {
    let isCurrent = true;
    let stop: (() => void) | undefined;
    import('./followBox.js').then(
      ({ followBox }) => {
        if (isCurrent) stop = followBox(box, getElement(), laidOverStyle);
      },
      () => undefined,
    );
    return () => {
      isCurrent = false;
      stop?.();
    };
  };

  const place = () => {
    const box = boxes.filter(({ ownerDocument }) => ownerDocument === home?.ownerDocument).at(-1);
    const node = getElement();
    const focused = getFocused(node);
    const hadFocus = node.contains(focused);

    const isInBox = !!box && moveTo(box);
    const isInPlace = !box && !!awayStyle && !!floatPlace && moveTo(floatPlace);
    if (!isInBox && !isInPlace && home) moveTo(home);
    if (stopFollowing) lastStyle = undefined;
    stopFollowing?.();
    stopFollowing = box && !isInBox ? layOver(box) : undefined;
    const style = isInBox ? dockedStyle : box ? laidOverStyle : (awayStyle ?? hiddenStyle);
    // A window that goes on floating stays where the participant has moved it.
    if (style !== lastStyle) node.style.cssText = lastStyle = style;
    node.dataset['wherebyMeeting'] = box ? 'docked' : awayStyle ? 'float' : 'hide';

    // The floating window's buttons are gone once the meeting is back in its box.
    const target = box ? node.querySelector('iframe') : focused;
    if (hadFocus && getFocused(node) !== target) target?.focus({ preventScroll: true });
    if (isDocked === !!box) return;
    isDocked = !isDocked;
    onChange();
  };

  return {
    get element() {
      return getElement();
    },
    get home() {
      return home;
    },
    get isDocked() {
      return isDocked;
    },
    setHome(next) {
      home = next;
      if (!next) return;
      next.hidden = false;
      next.style.display = 'contents';
      place();
    },
    setAway(next) {
      if (awayStyle === next) return;
      awayStyle = next;
      if (!isDocked) place();
    },
    floatIn(next) {
      floatPlace = next;
      if (!isDocked) place();
      return !!next && getElement().parentElement === next;
    },
    dock(box) {
      boxes.push(box);
      place();
      return () => {
        boxes.splice(boxes.indexOf(box), 1);
        place();
      };
    },
  };
}
