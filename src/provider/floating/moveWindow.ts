/**
 * Reads once where a floating window is; the function it returns puts it that far from there. The browser keeps
 * it within the page, also when the page gets another size later.
 */
export function moveWindow(element: HTMLElement): (x: number, y: number) => void {
  const { left, top, width, height } = element.getBoundingClientRect();
  const within = (position: number, size: number, whole: string) =>
    `clamp(.75rem,${position}px,calc(${whole} - ${size}px - .75rem))`;
  return (x, y) => {
    Object.assign(element.style, {
      inset: 'auto',
      left: within(left + x, width, '100vw'),
      top: within(top + y, height, '100dvh'),
    });
  };
}
