import { useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';

/** Whether more than half of the tile lies beyond the end of what can be seen, across or down. */
function isBeyondEnd(tile: DOMRect, row: DOMRect, isRtl: boolean): boolean {
  const middle = tile.left + tile.width / 2;
  return (isRtl ? middle < row.left : middle > row.right) || tile.top + tile.height / 2 > row.bottom;
}

/** How many tiles of a row one has to scroll to. None if nothing has a size, as in jsdom. */
export function useTilesBeyondEnd(ref: RefObject<HTMLElement | null>, count: number): number {
  const [beyond, setBeyond] = useState(0);
  useLayoutEffect(() => {
    const row = ref.current;
    if (!row || typeof ResizeObserver === 'undefined') return undefined;
    const measure = () => {
      const box = row.getBoundingClientRect();
      const isRtl = getComputedStyle(row).direction === 'rtl';
      const tiles = [...row.querySelectorAll('.tile')].map((tile) => tile.getBoundingClientRect());
      setBeyond(tiles.filter((tile) => isBeyondEnd(tile, box, isRtl)).length);
    };
    const observer = new ResizeObserver(measure);
    observer.observe(row);
    row.addEventListener('scroll', measure, { passive: true });
    measure();
    return () => {
      observer.disconnect();
      row.removeEventListener('scroll', measure);
    };
  }, [ref, count]);
  return beyond;
}
