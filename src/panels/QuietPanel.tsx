'use client';

import type { ReactNode } from 'react';
import { applyStyle } from '../react/applyStyle.js';

export interface QuietPanelProps {
  readonly text: string;
  /** What to look up, below the sentence. */
  readonly code?: string | undefined;
  /** How it is announced. */
  readonly role: 'alert' | 'status';
  /** Calls it from a button with `label`. */
  readonly onRetry?: (() => unknown) | undefined;
  readonly label?: ReactNode;
}

const center = /* @__PURE__ */ applyStyle(
  'display:grid;place-content:center;justify-items:center;gap:8px;height:100%;text-align:center;' +
    'background:var(--whereby-paper,Canvas);color:var(--whereby-ink,CanvasText)',
);

const quietButton = /* @__PURE__ */ applyStyle(
  'padding:8px 16px;font:inherit;color:inherit;background:none;border:1px solid;border-radius:8px;cursor:pointer',
);

/** One sentence, and a button where it helps: what every app pays for. */
export function QuietPanel({ text, code, role, onRetry, label }: QuietPanelProps) {
  return (
    <div role={role} ref={center}>
      <div>{text}</div>
      {code && <small>{code}</small>}
      {onRetry && (
        <button type="button" ref={quietButton} onClick={() => void onRetry()}>
          {label}
        </button>
      )}
    </div>
  );
}
