/**
 * Reads the position of a floating window once; the function it returns moves the window by so many pixels from there.
 * The browser keeps it within the page, even if the page changes its size later.
 */
export function moveWindow(element: HTMLElement): (x: number, y: number) => void {
  const { left, top, width, height } = element.getBoundingClientRect();
  const within = (position: number, size: number, pageSize: string) =>
    `clamp(.75rem,${position}px,calc(${pageSize} - ${size}px - .75rem))`;
  return (x, y) => {
    Object.assign(element.style, {
      inset: 'auto',
      left: within(left + x, width, '100vw'),
      top: within(top + y, height, '100dvh'),
    });
  };
}
