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

const clipping = (box: HTMLElement): Element[] => {
  const found: Element[] = [];
  for (let at = box.parentElement; at && at !== document.body; at = at.parentElement)
    if (!/^visible/.test(getComputedStyle(at).overflow)) found.push(at);
  return found;
};

/**
 * Lays an element over a box, wherever scrolling, resizing, scaling or zooming takes that, until the function it
 * returns is called. For each frame that is painted everything is read first and then one thing written, if at all.
 */
export function followBox(box: HTMLElement, element: HTMLElement, look: string): () => void {
  const clips = clipping(box);
  let last = '';
  let request = 0;
  const step = () => {
    const rect = box.getBoundingClientRect();
    const scale = rect.width / box.offsetWidth || 1;
    const text =
      `${look};width:${rect.width / scale}px;height:${rect.height / scale}px;transform-origin:0 0;` +
      `transform:translate(${rect.left}px,${rect.top}px) scale(${scale});clip-path:${clipOf(rect, clips, scale)}`;
    if (text !== last) element.style.cssText = last = text;
    request = requestAnimationFrame(step);
  };
  step();
  return () => cancelAnimationFrame(request);
}
