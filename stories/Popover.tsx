import { clsx } from 'clsx';
import { useEffect, useId, useRef, useState } from 'react';
import type { ReactNode } from 'react';

export interface PopoverProps {
  /** On the button. */
  readonly label: ReactNode;
  /** The button's and the panel's name, if the label is no text. */
  readonly name: string;
  readonly className?: string | undefined;
  /** On which side of the button the panel ends. */
  readonly align?: 'start' | 'end';
  /** Whether something in it is not as at first. */
  readonly isSet?: boolean;
  /** With a function that closes it. */
  readonly children: (close: () => void) => ReactNode;
}

/** From the window's edge. */
const MARGIN = 8;

/** Moves a panel that would reach beyond the window. */
function keepInWindow(panel: HTMLElement | null): void {
  if (!panel) return;
  const { left, right } = panel.getBoundingClientRect();
  const tooFar = Math.min(0, document.documentElement.clientWidth - MARGIN - right);
  const shift = left + tooFar < MARGIN ? MARGIN - left : tooFar;
  panel.style.translate = shift ? `${shift}px` : '';
}

/** A button with a panel below it. Escape, a click outside and leaving it by keyboard close it. */
export function Popover({ label, name, className, align = 'start', isSet = false, children }: PopoverProps) {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const id = useId();

  const close = () => {
    setOpen(false);
    document.getElementById(`${id}-button`)?.focus();
  };

  useEffect(() => {
    if (!isOpen) return;
    const onPointerDown = ({ target }: PointerEvent) => {
      if (target instanceof Node && !root.current?.contains(target)) setOpen(false);
    };
    // A click into a frame is no click of this page.
    const onBlur = () => document.activeElement instanceof HTMLIFrameElement && setOpen(false);
    document.addEventListener('pointerdown', onPointerDown);
    window.addEventListener('blur', onBlur);
    return () => {
      document.removeEventListener('pointerdown', onPointerDown);
      window.removeEventListener('blur', onBlur);
    };
  }, [isOpen]);

  return (
    <div
      ref={root}
      className={clsx('popover', className)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return;
        event.stopPropagation();
        close();
      }}
      onBlur={(event) => {
        if (event.relatedTarget instanceof Node && !root.current?.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <button
        id={`${id}-button`}
        type="button"
        className="button popover-button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        aria-label={typeof label === 'string' ? undefined : name}
        data-set={isSet ? 'true' : undefined}
        onClick={() => setOpen((open) => !open)}
      >
        <span className="popover-label">{label}</span>
        <span className="popover-arrow" aria-hidden="true" />
      </button>
      {isOpen && (
        <div ref={keepInWindow} id={id} className="popover-panel" data-align={align} role="group" aria-label={name}>
          {children(close)}
        </div>
      )}
    </div>
  );
}
