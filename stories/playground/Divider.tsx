import { useCallback, useState } from 'react';
import type { PointerEvent } from 'react';

export interface DividerProps {
  /** What is on the far side of it, for its name. */
  readonly label: string;
  /** Vertical if it is between left and right. */
  readonly orientation: 'horizontal' | 'vertical';
  readonly value: number;
  readonly least: number;
  readonly most: number;
  onChange(value: number): void;
}

const STEP = 16;

/** A line to drag, or to move by arrow keys: it makes what is after (horizontal) or before it (vertical) larger or smaller. */
export function Divider({ label, orientation, value, least, most, onChange }: DividerProps) {
  const [drag, setDrag] = useState<{ readonly from: number; readonly value: number }>();
  const shown = Math.min(Math.max(value, least), most);
  const clamp = (next: number) => onChange(Math.round(Math.min(Math.max(next, least), most)));
  /** Which way makes it larger: a page from right to left has what is before a vertical line on its right. */
  const signOn = (line: Element) =>
    orientation === 'horizontal' || getComputedStyle(line).direction === 'rtl' ? -1 : 1;
  const positionOf = (event: PointerEvent) => (orientation === 'vertical' ? event.clientX : event.clientY);
  const [forward, back] = orientation === 'vertical' ? ['ArrowRight', 'ArrowLeft'] : ['ArrowDown', 'ArrowUp'];
  return (
    <div
      className="divider"
      data-orientation={orientation}
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={orientation}
      aria-valuenow={shown}
      aria-valuemin={least}
      aria-valuemax={most}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        setDrag({ from: positionOf(event), value: shown });
      }}
      onPointerMove={(event) =>
        drag && clamp(drag.value + signOn(event.currentTarget) * (positionOf(event) - drag.from))
      }
      onLostPointerCapture={() => setDrag(undefined)}
      onKeyDown={(event) => {
        const step = signOn(event.currentTarget) * STEP;
        const steps: Readonly<Record<string, number>> = {
          [forward]: step,
          [back]: -step,
          Home: -Infinity,
          End: Infinity,
        };
        const by = steps[event.key];
        if (by === undefined) return;
        event.preventDefault();
        clamp(shown + by);
      }}
    />
  );
}

/** A number that this browser remembers. */
export function useRemembered(key: string, first: number): readonly [number, (value: number) => void] {
  const [value, setValue] = useState(() => {
    try {
      const kept = Number(localStorage.getItem(key));
      return Number.isFinite(kept) && kept > 0 ? kept : first;
    } catch {
      // The browser forbids storage.
      return first;
    }
  });
  const set = useCallback(
    (next: number) => {
      setValue(next);
      try {
        localStorage.setItem(key, String(next));
      } catch {
        // It holds until the page is left.
      }
    },
    [key],
  );
  return [value, set];
}
