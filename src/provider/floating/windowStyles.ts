import type { CSSProperties } from 'react';
import {
  danger,
  dangerInk,
  ink,
  inkSoft,
  line,
  paper,
  radius12,
  radius8,
  shadow,
  text14,
} from '../../panels/tokens.generated.js';

/** Style of the floating window, whose head is FloatingBar. */
export const windowStyle =
  // `all: unset`, for site-wide rules on every element, and for the browser's own rules on popovers.
  // Its writing mode is its own, in a page with vertical lines too.
  'all:unset;writing-mode:horizontal-tb;display:flex;flex-direction:column;position:fixed;box-sizing:border-box;overflow:hidden;' +
  'inset-inline-end:max(.75rem,env(safe-area-inset-right));bottom:max(.75rem,env(safe-area-inset-bottom));' +
  'width:min(var(--whereby-bar-width,var(--whereby-float-width,24rem)),100vw - 1.5rem);max-height:calc(100dvh - 1.5rem);' +
  `z-index:var(--whereby-float-z,1000);border-radius:${radius12};background:${paper};color:${ink};` +
  // Not a shadow, which forced colours leave out.
  `outline:1px solid ${line};box-shadow:${shadow}`;

/** What a `style` cannot say. The variables are read by the styles below, which win over site-wide rules. */
export const windowRules = `
.whereby-window button:hover{--whereby-hover:color-mix(in oklab,currentColor 12%,transparent)}
.whereby-window button:focus-visible{--whereby-focus:2px solid currentColor}
.whereby-window [data-danger]:hover{--whereby-hover:color-mix(in oklab,${danger} 86%,#000)}
/* As much as the head needs. */
.whereby-window[data-minimised]{--whereby-bar-width:20rem}
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
  font: `600 ${text14} system-ui`,
  cursor: 'grab',
  touchAction: 'none',
};

export const button: CSSProperties = {
  all: 'unset',
  boxSizing: 'border-box',
  flex: 'none',
  minWidth: '36px',
  height: '36px',
  padding: '7px',
  // Seen in forced colours, where grounds are not.
  border: '1px solid transparent',
  borderRadius: radius8,
  background: 'var(--whereby-hover,transparent)',
  cursor: 'pointer',
  outline: 'var(--whereby-focus,revert)',
  outlineOffset: '-2px',
  textAlign: 'center',
};

export const textButton: CSSProperties = { ...button, padding: '7px 13px', lineHeight: '20px' };

/** Of what leaves the meeting. */
export const dangerous: CSSProperties = {
  background: `var(--whereby-hover,${danger})`,
  color: dangerInk,
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
  minWidth: 0,
  padding: '0 6px',
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
  userSelect: 'none',
};

/** Never cut off: the title gives way. Without a time it is the space between title and buttons. */
export const timer: CSSProperties = {
  all: 'unset',
  flex: '1 0 auto',
  color: inkSoft,
  fontWeight: 400,
  fontVariantNumeric: 'tabular-nums',
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
