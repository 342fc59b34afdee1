/**
 * Shows one element in changing places without ever reloading the frame in it. A frame survives being moved by
 * `moveBefore` and by nothing else; where the browser has it not, the element stays at home and is laid over the box.
 */
export interface FrameHost {
  /** Holds the frame; made when it is first asked for, so that nothing needs a document before. */
  readonly element: HTMLElement;
  readonly isDocked: boolean;
  /** Names the place in the document where the element is while it is in no box. */
  readonly setHome: (home: HTMLElement | null) => void;
  /** Says how it looks while no outlet shows it; without a style it is out of sight. */
  setAway(style?: string): void;
  /** Shows it in an outlet's box until the function it returns is called. */
  dock(box: HTMLElement): () => void;
}

type Movable = Element & { moveBefore?(node: Node, child: Node | null): void };

const column = 'display:flex;flex-direction:column;min-height:0;';
const docked = `${column}width:100%;height:100%;border-radius:inherit`;
const laidOver = `${column}position:fixed;inset:0 auto auto 0;width:0;height:0`;
const hidden = 'position:fixed;width:20rem;height:12rem;visibility:hidden;pointer-events:none';

export function createFrameHost(onChange: () => void): FrameHost {
  const boxes: HTMLElement[] = [];
  let made: HTMLElement | undefined;
  let home: HTMLElement | null = null;
  let away: string | undefined;
  let unfollow: (() => void) | undefined;
  let isDocked = false;

  const element = () => (made ??= document.createElement('div'));

  /** Whether it is there now. */
  const moveTo = (parent: Movable): boolean => {
    const node = element();
    const canMove = 'moveBefore' in parent;
    if (node.parentNode === parent) return true;
    if (!canMove && parent !== home) return false;
    try {
      // Nothing is in it that could be reloaded while it is outside of the document.
      if (node.isConnected) parent.moveBefore!(node, null);
      else parent.append(node);
      return true;
    } catch {
      // Nothing can be moved alive into another document or shadow tree.
      return false;
    }
  };

  const lay = (box: HTMLElement) => {
    let isCurrent = true;
    let stop: (() => void) | undefined;
    void import('./followBox.js').then(({ followBox }) => {
      if (isCurrent) stop = followBox(box, element(), laidOver);
    });
    return () => {
      isCurrent = false;
      stop?.();
    };
  };

  const place = () => {
    const box = boxes.at(-1);
    const node = element();
    const focused = document.activeElement as HTMLElement | null;
    const hadFocus = node.contains(focused);
    const isThere = !!box && moveTo(box);
    if (!isThere && home) moveTo(home);
    unfollow?.();
    unfollow = box && !isThere ? lay(box) : undefined;
    node.style.cssText = isThere ? docked : box ? laidOver : (away ?? hidden);
    node.dataset['wherebyMeeting'] = box ? 'docked' : away ? 'float' : 'hide';
    // The floating window's buttons go when the meeting is back in its place.
    const target = box ? node.querySelector('iframe') : focused;
    if (hadFocus && document.activeElement !== target) target?.focus({ preventScroll: true });
    if (isDocked === !!box) return;
    isDocked = !isDocked;
    onChange();
  };

  return {
    get element() {
      return element();
    },
    get isDocked() {
      return isDocked;
    },
    setHome(next) {
      home = next;
      if (next) place();
    },
    setAway(next) {
      if (away === next) return;
      away = next;
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
