/** Whether the participant has moved a floating window. Until then it is in its corner, whatever its size. */
// `all: unset`, which it begins with, has a value for every side.
export const hasMoved = ({ style }: HTMLElement): boolean => style.top.startsWith('clamp');

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
