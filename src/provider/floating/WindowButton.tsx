'use client';

import type { ButtonHTMLAttributes, Ref } from 'react';
import { button, dangerous, icon, icons } from './windowStyles.js';

export interface WindowButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly icon: keyof typeof icons;
  readonly label: string;
  readonly isDangerous?: boolean;
  readonly buttonRef?: Ref<HTMLButtonElement>;
}

/** A button of the floating window's head: an icon, named for screen readers and on hover. */
export function WindowButton({ icon: name, label, isDangerous, buttonRef, ...rest }: WindowButtonProps) {
  return (
    <button
      {...rest}
      ref={buttonRef}
      type="button"
      aria-label={label}
      title={label}
      data-danger={isDangerous || undefined}
      style={isDangerous ? { ...button, ...dangerous } : button}
    >
      <svg viewBox="0 0 24 24" style={icon} aria-hidden>
        <path d={icons[name]} />
      </svg>
    </button>
  );
}
