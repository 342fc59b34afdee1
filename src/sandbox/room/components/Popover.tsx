import { useEffect, useId, useRef, useState } from 'react';
import type { MouseEvent, ReactNode } from 'react';
import type { IconName } from './Icon.js';
import { ToolButton } from './ToolButton.js';

interface PopoverProps {
  readonly tool: string;
  readonly icon: IconName;
  readonly label: string;
  readonly children: ReactNode;
}

/** A button of the bar with a small sheet above it. Escape and a click elsewhere close it. */
export function Popover({ tool, icon, label, children }: PopoverProps) {
  const [open, setOpen] = useState(false);
  const whole = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();

  useEffect(() => {
    if (!open) return undefined;
    const outside = (event: PointerEvent) => {
      if (!whole.current?.contains(event.target as Node)) setOpen(false);
    };
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      button.current?.focus();
    };
    addEventListener('pointerdown', outside);
    addEventListener('keydown', escape);
    return () => {
      removeEventListener('pointerdown', outside);
      removeEventListener('keydown', escape);
    };
  }, [open]);

  /** What is switched stays in sight; what leads elsewhere closes the sheet. */
  const closeAfter = (event: MouseEvent) => {
    if ((event.target as Element).closest('.menu-item:not([aria-pressed])')) setOpen(false);
  };

  return (
    <div className="popover" ref={whole}>
      <ToolButton
        buttonRef={button}
        tool={tool}
        icon={icon}
        label={label}
        expanded={open}
        onClick={() => setOpen(!open)}
      />
      {open && (
        <div className="popover-sheet" id={id} role="group" aria-label={label} onClick={closeAfter}>
          {children}
        </div>
      )}
    </div>
  );
}
