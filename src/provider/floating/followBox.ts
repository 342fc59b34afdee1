/** How far the scrolling ancestors cut off each side of the box, as a `clip-path`. */
function readClipPath(box: DOMRect, ancestors: readonly Element[], scale: number): string {
  let { top, right, bottom, left } = box;
  for (const ancestor of ancestors) {
    const rect = ancestor.getBoundingClientRect();
    top = Math.max(top, rect.top);
    left = Math.max(left, rect.left);
    right = Math.min(right, rect.right);
    bottom = Math.min(bottom, rect.bottom);
  }
  const sides = [top - box.top, box.right - right, box.bottom - bottom, left - box.left];
  return sides.some((side) => side > 0) ? `inset(${sides.map((side) => `${side / scale}px`).join(' ')})` : 'none';
}

const findClippingAncestors = (box: HTMLElement): Element[] => {
  const found: Element[] = [];
  for (let at = box.parentElement; at && at !== document.body; at = at.parentElement)
    if (!getComputedStyle(at).overflow.startsWith('visible')) found.push(at);
  return found;
};

/**
 * Lays an element over a box, wherever scrolling, resizing, scaling or zooming takes the box, until the function it
 * returns is called. In each animation frame all reads come first, then at most one write, so that it never forces a
 * second layout.
 */
export function followBox(box: HTMLElement, element: HTMLElement, style: string): () => void {
  const ancestors = findClippingAncestors(box);
  let lastText = '';
  let request = 0;
  const step = () => {
    const rect = box.getBoundingClientRect();
    const scale = rect.width / box.offsetWidth || 1;
    const text =
      `${style};width:${rect.width / scale}px;height:${rect.height / scale}px;transform-origin:0 0;` +
      `transform:translate(${rect.left}px,${rect.top}px) scale(${scale});clip-path:${readClipPath(rect, ancestors, scale)}`;
    if (text !== lastText) element.style.cssText = lastText = text;
    request = requestAnimationFrame(step);
  };
  step();
  return () => cancelAnimationFrame(request);
}
