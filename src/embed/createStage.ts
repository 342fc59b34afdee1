/** Where the meeting is shown while no outlet shows it. */
export type Away = 'float' | 'hide';

export interface Stage {
  /** Holds the frame; made when it is first asked for, so that nothing needs a document before. */
  readonly element: HTMLElement;
  readonly isDocked: boolean;
  /** Names the place in the document where the element is while it is in no box. */
  setHome(home: HTMLElement | null): void;
  /** Says what becomes of it while no outlet shows it. */
  setAway(away: Away): void;
  /** Shows it in an outlet's box until the function it returns is called. */
  dock(box: HTMLElement): () => void;
}

type Movable = Element & { moveBefore?(node: Node, child: Node | null): void };

const docked = 'display:flex;flex-direction:column;width:100%;height:100%;min-height:inherit;border-radius:inherit';
const places: Record<Away, string> = {
  hide: 'position:fixed;inset:0 auto auto 0;width:20rem;height:12rem;visibility:hidden;pointer-events:none',
  float:
    'display:flex;flex-direction:column;position:fixed;box-sizing:border-box;overflow:hidden;' +
    'inset-inline-end:max(.75rem,env(safe-area-inset-right));bottom:max(.75rem,env(safe-area-inset-bottom));' +
    'width:min(var(--whereby-float-width,24rem),100vw - 1.5rem);max-height:calc(100dvh - 1.5rem);' +
    'z-index:var(--whereby-float-z,1000);border:1px solid color-mix(in srgb,CanvasText 25%,Canvas);' +
    'border-radius:.75rem;background:Canvas;color:CanvasText;box-shadow:0 .5rem 2rem rgb(0 0 0/.3)',
};

/** The part of each side of the box that its scrolling ancestors cut off, as `clip-path` wants it. */
function clipOf(box: DOMRect, clips: readonly Element[], scale: number): string {
  let { top, right, bottom, left } = box;
  for (const clip of clips) {
    const rect = clip.getBoundingClientRect();
    top = Math.max(top, rect.top);
    left = Math.max(left, rect.left);
    right = Math.min(right, rect.right);
    bottom = Math.min(bottom, rect.bottom);
  }
  const sides = [top - box.top, box.right - right, box.bottom - bottom, left - box.left];
  return sides.some((side) => side > 0) ? `inset(${sides.map((side) => `${side / scale}px`).join(' ')})` : 'none';
}

/**
 * Shows one element in changing places without ever reloading the frame in it. A frame survives being moved by
 * `moveBefore` and by nothing else; where the browser has it not, the element stays where it is and is laid over
 * the box: read once and written once for each frame that is painted.
 */
export function createStage(onChange: () => void): Stage {
  const boxes: HTMLElement[] = [];
  let element: HTMLElement | undefined;
  let home: HTMLElement | null = null;
  let away: Away = 'hide';
  let unfollow: (() => void) | undefined;
  let isDocked = false;

  const stage = () => (element ??= document.createElement('div'));

  const moveTo = (parent: Movable): boolean => {
    const node = stage();
    if (node.parentNode === parent) return true;
    const hasMove = 'moveBefore' in parent;
    if (!node.isConnected && (hasMove || parent === home)) return !!parent.appendChild(node);
    try {
      if (!node.isConnected || !hasMove) return false;
      parent.moveBefore!(node, null);
      return true;
    } catch {
      // Into another document or shadow tree nothing can be moved alive.
      return false;
    }
  };

  const follow = (box: HTMLElement) => {
    const { style } = stage();
    const clips: Element[] = [];
    for (let at = box.parentElement; at && at !== document.documentElement; at = at.parentElement)
      if (at !== document.body && !/^(visible )?visible$/.test(getComputedStyle(at).overflow)) clips.push(at);
    let last = '';
    let request = 0;
    const step = () => {
      const rect = box.getBoundingClientRect();
      const scale = rect.width / box.offsetWidth || 1;
      const text =
        `${docked};position:fixed;inset:0 auto auto 0;min-height:0;transform-origin:0 0;border-radius:0;` +
        `width:${rect.width / scale}px;height:${rect.height / scale}px;` +
        `transform:translate(${rect.left}px,${rect.top}px) scale(${scale});clip-path:${clipOf(rect, clips, scale)}`;
      if (text !== last) style.cssText = last = text;
      request = requestAnimationFrame(step);
    };
    step();
    return () => cancelAnimationFrame(request);
  };

  const place = () => {
    const box = boxes.at(-1);
    const node = stage();
    const { activeElement: focused } = document;
    const hadFocus = node.contains(focused);
    unfollow?.();
    unfollow = undefined;
    if (box && moveTo(box)) node.style.cssText = docked;
    else {
      if (home) moveTo(home);
      if (box) unfollow = follow(box);
      else node.style.cssText = places[away];
    }
    const frame = node.querySelector('iframe');
    // The floating window's buttons go when it is back in its place.
    const target = box && focused !== frame ? frame : (focused as HTMLElement | null);
    if (hadFocus && document.activeElement !== target) target?.focus({ preventScroll: true });
    node.dataset['wherebyMeeting'] = box ? 'docked' : away;
    if (isDocked !== !!box) {
      isDocked = !isDocked;
      onChange();
    }
  };

  return {
    get element() {
      return stage();
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
      if (element) place();
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
