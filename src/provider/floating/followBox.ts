import { getParent, listAncestors } from './ancestors.js';
import { cutOut } from './cutOut.js';
import type { Area } from './cutOut.js';
import { findCoverings } from './findCoverings.js';
import type { Coverings } from './findCoverings.js';

/** How often the page is asked what is in front of the box, in milliseconds. */
const LOOK_EVERY = 100;

const nothing: Coverings = { hiding: [], isOutOfReach: false };

/** The part of the box that its scrolling ancestors leave. */
function readVisibleArea(box: Area, ancestors: readonly Element[]): Area {
  return ancestors.reduce<Area>((area, ancestor) => {
    const { left, top, right, bottom } = ancestor.getBoundingClientRect();
    return {
      left: Math.max(area.left, left),
      top: Math.max(area.top, top),
      right: Math.min(area.right, right),
      bottom: Math.min(area.bottom, bottom),
    };
  }, box);
}

/** A `clip-path` that leaves these areas of the page, for an element whose own pixels begin at the box. */
function buildClipPath(areas: readonly Area[], box: DOMRect, scale: number): string {
  const commands = areas.map(({ left, top, right, bottom }) => {
    const [x, y, x2, y2] = [left - box.left, top - box.top, right - box.left, bottom - box.top].map(
      (length) => length / scale,
    );
    return `M${x} ${y}H${x2}V${y2}H${x}Z`;
  });
  return `path("${commands.join('') || 'M0 0'}")`;
}

const isEmpty = ({ left, top, right, bottom }: Area): boolean => left >= right || top >= bottom;

/** Whether two areas differ by less than half a pixel. */
const isClose = (one: Area, other: Area): boolean =>
  (['left', 'top', 'right', 'bottom'] as const).every((side) => Math.abs(one[side] - other[side]) < 0.5);

/**
 * Lays an element over a box, and shows it as if it were in the box, until the function it returns is called:
 * - wherever scrolling, resizing, scaling or zooming takes the box, and as far as scrolling ancestors show it,
 * - hidden, faded, inert and without clicks where the box or what is around it is,
 * - behind whatever is in front of the box, such as menus and sticky headers.
 *
 * In each animation frame all reads come first, then at most one write, so that it never forces a second layout.
 */
export function followBox(box: HTMLElement, element: HTMLElement, style: string): () => void {
  const view = box.ownerDocument.defaultView ?? window;
  const ancestors = listAncestors(box);
  // These objects are live.
  const styles = ancestors.map((ancestor) => view.getComputedStyle(ancestor));
  const clipping = ancestors.filter(
    (ancestor, index) =>
      ancestor !== box &&
      ancestor !== box.ownerDocument.body &&
      getParent(ancestor) &&
      !styles[index]!.overflow.startsWith('visible'),
  );
  let coverings = nothing;
  let lookedAt = -Infinity;
  /** What was written last, to learn from where it took the element. */
  let last: { rect: DOMRect; x: number; y: number } | undefined;
  /**
   * Where the element's coordinates begin, and how large their pixels are, if something around it has a transform or
   * zoom.
   */
  let origin = { x: 0, y: 0, pixel: 1 };
  let lastText = '';
  let request = 0;

  const step = (now: number) => {
    const rect = box.getBoundingClientRect();
    const scale = rect.width / box.offsetWidth || 1;
    const shown = element.getBoundingClientRect();
    if (last && !isEmpty(last.rect) && !isEmpty(shown) && !isClose(last.rect, shown)) {
      const pixel = origin.pixel * (shown.width / last.rect.width);
      origin = { x: shown.left - last.x * pixel, y: shown.top - last.y * pixel, pixel };
    }
    const area = readVisibleArea(rect, clipping);
    const opacity = styles.reduce((product, { opacity: own }) => product * Number(own || 1), 1);
    const { visibility, pointerEvents } = styles[0]!;
    const isInert = ancestors.some((ancestor) => ancestor.hasAttribute('inert'));
    // `display: none` and `content-visibility: hidden`. Safari knows it since 17.4:
    // https://caniuse.com/mdn-api_element_checkvisibility
    const isDrawn = box.checkVisibility?.() ?? true;
    const isHidden = !isDrawn || visibility === 'hidden' || opacity === 0;

    // Where the box takes no clicks, nothing tells what is in front of it.
    const canLook = !isHidden && !isInert && pointerEvents !== 'none' && !isEmpty(area);
    if (canLook && now - lookedAt >= LOOK_EVERY) {
      coverings = findCoverings(box, element, area);
      lookedAt = now;
    }
    const holes = coverings.hiding.map((hiding) => hiding.getBoundingClientRect());
    const areas = isEmpty(area) ? [] : cutOut(area, holes);
    const isWhole = areas.length === 1 && isClose(areas[0]!, rect);
    const clipPath = isWhole || isEmpty(rect) ? 'none' : buildClipPath(areas, rect, scale);
    const takesClicks = pointerEvents !== 'none' && !isInert && !coverings.isOutOfReach;

    const [x, y] = [(rect.left - origin.x) / origin.pixel, (rect.top - origin.y) / origin.pixel];
    last = { rect, x, y };
    const text =
      `${style};width:${rect.width / scale}px;height:${rect.height / scale}px;transform-origin:0 0;` +
      `transform:translate(${x}px,${y}px) scale(${scale / origin.pixel});clip-path:${clipPath};opacity:${opacity};` +
      `visibility:${isHidden ? 'hidden' : 'visible'};pointer-events:${takesClicks ? 'auto' : 'none'}`;
    if (text !== lastText) element.style.cssText = lastText = text;
    if (element.inert !== isInert) element.inert = isInert;
    request = requestAnimationFrame(step);
  };
  step(performance.now());
  return () => {
    cancelAnimationFrame(request);
    element.inert = false;
  };
}
