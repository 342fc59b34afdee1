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
  const clamp = (next: number) => onChange(Math.round(Math.min(Math.max(next, least), most)));
  const sign = orientation === 'vertical' ? 1 : -1;
  const positionOf = (event: PointerEvent) => (orientation === 'vertical' ? event.clientX : event.clientY);
  const steps: Readonly<Record<string, number>> =
    orientation === 'vertical'
      ? { ArrowRight: STEP, ArrowLeft: -STEP, Home: -Infinity, End: Infinity }
      : { ArrowUp: STEP, ArrowDown: -STEP, Home: -Infinity, End: Infinity };
  return (
    <div
      className="divider"
      data-orientation={orientation}
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={orientation}
      aria-valuenow={value}
      aria-valuemin={least}
      aria-valuemax={most}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        setDrag({ from: positionOf(event), value });
      }}
      onPointerMove={(event) => drag && clamp(drag.value + sign * (positionOf(event) - drag.from))}
      onLostPointerCapture={() => setDrag(undefined)}
      onKeyDown={(event) => {
        const step = steps[event.key];
        if (step === undefined) return;
        event.preventDefault();
        clamp(value + step);
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
