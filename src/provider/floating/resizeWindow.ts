import { hasMoved, moveWindow } from './moveWindow.js';

/** Of the frame in the window: what a room needs to show one person and its buttons. */
const smallest = { width: 240, height: 160 };

const clamp = (size: number, least: number, most: number): number => Math.max(least, Math.min(size, most));

/**
 * Reads the size of a floating window once; the function it returns makes the window larger by so many pixels than it
 * was then. The corner opposite to the handle stays where it is.
 */
export function resizeWindow(element: HTMLElement): (x: number, y: number) => void {
  const { width, bottom, right, left, top } = element.getBoundingClientRect();
  const frameHeight = element.querySelector('iframe')?.getBoundingClientRect().height ?? 0;
  const head = bottom - top - frameHeight;
  const isRtl = getComputedStyle(element).direction === 'rtl';
  return (x, y) => {
    const { style } = element;
    style.setProperty('--whereby-float-width', `${clamp(width + x, smallest.width, innerWidth - 24)}px`);
    style.setProperty(
      '--whereby-float-height',
      `${clamp(frameHeight + y, smallest.height, innerHeight - 24 - head)}px`,
    );
    // A window that was moved is placed by its other corner.
    if (!hasMoved(element)) return;
    const now = element.getBoundingClientRect();
    moveWindow(element)(isRtl ? left - now.left : right - now.right, bottom - now.bottom);
  };
}
