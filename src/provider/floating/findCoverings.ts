import { listAncestors } from './ancestors.js';
import type { Area } from './cutOut.js';

export interface Coverings {
  /** What is in front of the box and hides it. */
  readonly hiding: readonly Element[];
  /** Whether something, which may be transparent, is in front of the whole box and takes its clicks. */
  readonly isOutOfReach: boolean;
}

/** How far apart the box is looked at, in pixels, if that takes at most `MOST_STEPS` in each direction. */
const SPACING = 40;
const MOST_STEPS = 10;
/** A scrim lets the page shine through; less transparent than this, it is a panel. */
const PANEL_OPACITY = 0.7;

const replaced = 'img,video,canvas,iframe,svg,input,button,select,textarea';

function isHiding(element: Element): boolean {
  const { backgroundColor, backgroundImage } = getComputedStyle(element);
  // "rgb(0 0 0 / 0.5)" and "rgba(0, 0, 0, 0.5)": without a fourth number it is opaque.
  const [, , , alpha = 1] = backgroundColor.match(/[\d.]+/g)?.map(Number) ?? [0, 0, 0, 0];
  return alpha > PANEL_OPACITY || backgroundImage !== 'none' || element.matches(replaced);
}

/** Points from `start` to `end`, one pixel inside of both, and evenly between them. */
function spread(start: number, end: number): number[] {
  const steps = Math.min(MOST_STEPS, Math.ceil((end - start) / SPACING));
  return Array.from({ length: steps + 1 }, (_one, index) => start + 1 + ((end - start - 2) * index) / steps);
}

/**
 * What of the page is in front of a box, and so would be in front of the meeting if that were in it.
 *
 * @param overlay is laid over the box, and does not count
 * @param area the part of the box that can be seen
 */
export function findCoverings(box: HTMLElement, overlay: HTMLElement, area: Area): Coverings {
  const inside = listAncestors(box);
  const found = new Set<Element>();
  let reachable = 0;
  let unreachable = 0;
  for (const y of spread(area.top, area.bottom))
    for (const x of spread(area.left, area.right)) {
      const stack = box.ownerDocument.elementsFromPoint(x, y).filter((element) => !overlay.contains(element));
      const end = stack.findIndex((element) => inside.includes(element) || box.contains(element));
      // The point is outside of the window, or nothing of the box takes clicks.
      if (end < 0) continue;
      stack.slice(0, end).forEach((element) => found.add(element));
      if (end > 0) unreachable++;
      else reachable++;
    }
  return { hiding: [...found].filter(isHiding), isOutOfReach: unreachable > 0 && reachable === 0 };
}
