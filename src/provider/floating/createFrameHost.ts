/**
 * Shows one element, with the frame in it, in changing places.
 *
 * What it guarantees
 * 1. The frame is never reloaded. A frame survives `moveBefore`, and no other way of moving it
 *    (https://developer.mozilla.org/docs/Web/API/Element/moveBefore), so a connected element is moved by that alone.
 * 2. Without `moveBefore`, and across documents and shadow trees, the element stays at home and is laid over the box of
 *    the outlet: see `followBox`.
 * 3. Without an outlet it floats or is hidden, as `setAway` says.
 * 4. The focus stays in the meeting when it moves.
 */
export interface FrameHost {
  /** Holds the frame. Created when it is first read, so that a server needs no document. */
  readonly element: HTMLElement;
  readonly isDocked: boolean;
  /** Sets the place in the document where the element is while it is in no box. */
  readonly setHome: (home: HTMLElement | null) => void;
  /** Sets the style of the element while no outlet shows it; without a style it is hidden. */
  setAway(style?: string): void;
  /** Shows the element in an outlet's box until the function it returns is called. */
  dock(box: HTMLElement): () => void;
}

type Movable = Element & { moveBefore?(node: Node, child: Node | null): void };

const column = 'display:flex;flex-direction:column;min-height:0;';
const dockedStyle = `${column}width:100%;height:100%;border-radius:inherit`;
const laidOverStyle = `${column}position:fixed;inset:0 auto auto 0;width:0;height:0`;
const hiddenStyle = 'position:fixed;width:20rem;height:12rem;visibility:hidden;pointer-events:none';

export function createFrameHost(onChange: () => void): FrameHost {
  const boxes: HTMLElement[] = [];
  let element: HTMLElement | undefined;
  let home: HTMLElement | null = null;
  let awayStyle: string | undefined;
  let stopFollowing: (() => void) | undefined;
  let isDocked = false;

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
      // `moveBefore` refuses to cross documents and shadow trees.
      return false;
    }
  };

  /** Lays the element over the box until the function it returns is called. */
  const layOver = (box: HTMLElement) => {
    let isCurrent = true;
    let stop: (() => void) | undefined;
    void import('./followBox.js').then(({ followBox }) => {
      if (isCurrent) stop = followBox(box, getElement(), laidOverStyle);
    });
    return () => {
      isCurrent = false;
      stop?.();
    };
  };

  const place = () => {
    const box = boxes.at(-1);
    const node = getElement();
    const focused = document.activeElement as HTMLElement | null;
    const hadFocus = node.contains(focused);

    const isInBox = !!box && moveTo(box);
    if (!isInBox && home) moveTo(home);
    stopFollowing?.();
    stopFollowing = box && !isInBox ? layOver(box) : undefined;
    node.style.cssText = isInBox ? dockedStyle : box ? laidOverStyle : (awayStyle ?? hiddenStyle);
    node.dataset['wherebyMeeting'] = box ? 'docked' : awayStyle ? 'float' : 'hide';

    // The floating window's buttons are gone once the meeting is back in its box.
    const target = box ? node.querySelector('iframe') : focused;
    if (hadFocus && document.activeElement !== target) target?.focus({ preventScroll: true });
    if (isDocked === !!box) return;
    isDocked = !isDocked;
    onChange();
  };

  return {
    get element() {
      return getElement();
    },
    get isDocked() {
      return isDocked;
    },
    setHome(next) {
      home = next;
      if (next) place();
    },
    setAway(next) {
      if (awayStyle === next) return;
      awayStyle = next;
      if (!isDocked) place();
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
