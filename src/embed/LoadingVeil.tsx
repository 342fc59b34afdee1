import { applyStyle } from '../react/applyStyle.js';

const veil = /* @__PURE__ */ applyStyle(
  'display:grid;place-content:center;border-radius:inherit;pointer-events:none;' +
    'background:var(--whereby-paper,Canvas);color:var(--whereby-ink-soft,GrayText)',
);

/**
 * Lies over a frame until its room is ready, if the app shows nothing itself: browsers and servers show error pages of
 * their own in it. Only to the eye: the frame can take the focus, and announces itself.
 */
export const LoadingVeil = () => (
  // Hidden until a script gives it its style.
  <div hidden ref={veil} aria-hidden>
    <svg width="32" height="8" fill="currentColor">
      <path d="M4 0a4 4 0 0 1 0 8 4 4 0 0 1 0-8zm12 0a4 4 0 0 1 0 8 4 4 0 0 1 0-8zm12 0a4 4 0 0 1 0 8 4 4 0 0 1 0-8z" />
    </svg>
  </div>
);
