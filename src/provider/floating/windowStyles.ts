import type { CSSProperties } from 'react';
import { danger, line, shadow } from '../../panels/tokens.generated.js';

/** Style of the floating window, whose head is FloatingBar. */
export const windowStyle =
  // `all: unset`, for site-wide rules on every element, and for the browser's own rules on popovers.
  'all:unset;display:flex;flex-direction:column;position:fixed;box-sizing:border-box;overflow:hidden;' +
  'inset-inline-end:max(.75rem,env(safe-area-inset-right));bottom:max(.75rem,env(safe-area-inset-bottom));' +
  'width:min(var(--whereby-float-width,24rem),100vw - 1.5rem);max-height:calc(100dvh - 1.5rem);' +
  'z-index:var(--whereby-float-z,1000);border-radius:var(--whereby-radius-12,12px);' +
  'background:var(--whereby-paper,Canvas);color:var(--whereby-ink,CanvasText);' +
  `box-shadow:0 0 0 1px ${line},${shadow}`;

/** What a `style` cannot say. The variables are read by the styles below, which win over site-wide rules. */
export const windowRules = `
.whereby-window button:hover{--whereby-hover:color-mix(in oklab,currentColor 12%,transparent)}
.whereby-window button:focus-visible{--whereby-focus:2px solid currentColor}
.whereby-window [data-danger]:hover{--whereby-hover:color-mix(in oklab,${danger} 86%,#000)}
@media print{.whereby-window{display:none!important}}
`;

export const bar: CSSProperties = {
  all: 'unset',
  flex: 'none',
  display: 'flex',
  alignItems: 'center',
  gap: '2px',
  minHeight: '40px',
  padding: '2px',
  font: '600 .875rem system-ui',
  cursor: 'grab',
  touchAction: 'none',
};

export const button: CSSProperties = {
  all: 'unset',
  boxSizing: 'border-box',
  flex: 'none',
  minWidth: '36px',
  height: '36px',
  padding: '8px',
  borderRadius: 'var(--whereby-radius-8,8px)',
  background: 'var(--whereby-hover,transparent)',
  cursor: 'pointer',
  outline: 'var(--whereby-focus,revert)',
  outlineOffset: '-2px',
  textAlign: 'center',
};

export const textButton: CSSProperties = { ...button, padding: '8px 14px', lineHeight: '20px' };

/** Of what leaves the meeting. The border is seen in forced colours, where the ground is not. */
export const dangerous: CSSProperties = {
  background: `var(--whereby-hover,${danger})`,
  color: 'var(--whereby-danger-ink,#fff)',
  border: '1px solid transparent',
  padding: '7px 13px',
};

// As styles, which win over site-wide rules for `svg`; attributes do not.
export const icon: CSSProperties = {
  all: 'unset',
  display: 'block',
  width: '20px',
  height: '20px',
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.8,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
};

export const title: CSSProperties = {
  all: 'unset',
  flex: 1,
  minWidth: 0,
  padding: '0 6px',
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
  userSelect: 'none',
};

/** Paths of icons, drawn in strokes on a grid of 24 by 24. */
export const icons = {
  resize: 'M5 10V5h5M5 5l8 8M19 14v5h-5',
  move: 'M9 6v.01M15 6v.01M9 12v.01M15 12v.01M9 18v.01M15 18v.01',
  back: 'M14 4h6v6M20 4l-9 9M9 5H5v14h14v-4',
  minimise: 'M5 19h14',
  restore: 'M5 5h14v14H5z',
  microphone: 'M12 3a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3zM6 11a6 6 0 0 0 12 0M12 17v4',
  microphoneOff: 'M12 3a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3zM6 11a6 6 0 0 0 12 0M12 17v4M4 4l16 16',
  leave: 'M3 12.500c5-4.500 13-4.500 18 0l-2.500 3-3.500-1.500v-2.200a12 12 0 0 0-6 0V14l-3.500 1.500z',
};
