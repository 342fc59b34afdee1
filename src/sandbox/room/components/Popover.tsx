import { useEffect, useRef, useState } from 'react';
import type { MouseEvent, ReactNode } from 'react';
import type { IconName } from './Icon.js';
import { ToolButton } from './ToolButton.js';

interface PopoverProps {
  readonly tool: string;
  readonly icon: IconName;
  readonly label: string;
  readonly children: ReactNode;
}

/** A button of the bar that opens a small sheet. Escape and a click elsewhere close it. */
export function Popover({ tool, icon, label, children }: PopoverProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!open) return undefined;
    const closeOutside = ({ target }: PointerEvent) => {
      if (!(target instanceof Node && root.current?.contains(target))) setOpen(false);
    };
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      button.current?.focus();
    };
    addEventListener('pointerdown', closeOutside);
    addEventListener('keydown', closeOnEscape);
    return () => {
      removeEventListener('pointerdown', closeOutside);
      removeEventListener('keydown', closeOnEscape);
    };
  }, [open]);

  /** What was chosen takes the focus elsewhere if it opens something. */
  const closeAfter = ({ target }: MouseEvent) => {
    if (!(target instanceof Element && target.closest('.menu-item'))) return;
    setOpen(false);
    button.current?.focus();
  };

  return (
    <div className="popover" ref={root}>
      <ToolButton
        buttonRef={button}
        tool={tool}
        icon={icon}
        label={label}
        expanded={open}
        onClick={() => setOpen(!open)}
      />
      {open && (
        <div className="popover-sheet" role="group" aria-label={label} onClick={closeAfter}>
          {children}
        </div>
      )}
    </div>
  );
}
