// Made by `npm run generate` from src/panels/tokens.css. Do not edit.

export const tokens = `:root {
color-scheme: light dark;
--ink: light-dark(#18211f, #e9efed);
--ink-soft: light-dark(#53605c, #a9b6b2);
--paper: light-dark(#ffffff, #1a2220);
--paper-2: light-dark(#f4f7f6, #111816);
--paper-3: light-dark(#e8eeec, #28332f);
--line: light-dark(#d8e0dd, #35423e);
--line-strong: light-dark(#7d8a86, #75847f);
--accent: light-dark(#0b655d, #6fd3c4);
--accent-ink: light-dark(#ffffff, #06201c);
--accent-soft: light-dark(#dff1ee, #16372f);
--good: light-dark(#176239, #7fd8a4);
--good-soft: light-dark(#e2f5ea, #17352a);
--warn: light-dark(#7a4b00, #f2c879);
--warn-soft: light-dark(#fff3dc, #3b2f16);
--bad: light-dark(#a1232f, #ff9ea6);
--bad-soft: light-dark(#fdeaec, #401d24);
--danger: #b3261e;
--danger-ink: #ffffff;
--radius-8: 8px;
--radius-12: 12px;
--radius-round: 999px;
--space-4: 4px;
--space-8: 8px;
--space-12: 12px;
--space-16: 16px;
--space-24: 24px;
--control-32: 32px;
--control-40: 40px;
--text-12: 12px;
--text-13: 13px;
--text-14: 14px;
--text-16: 16px;
--text-20: 20px;
--text-28: 28px;
--sans: system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', Arial, sans-serif;
--mono: ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace;
--icon: 20px;
--icon-stroke: 1.8;
--shadow: 0 8px 28px light-dark(rgb(20 32 29 / 0.16), rgb(0 0 0 / 0.5));
--ring: 2px solid var(--accent);
--ring-offset: 2px;
}
[data-theme='light'] {
color-scheme: light;
}
[data-theme='dark'] {
color-scheme: dark;
}
@media (forced-colors: active) {
:root {
--ink: CanvasText;
--ink-soft: CanvasText;
--paper: Canvas;
--paper-2: Canvas;
--paper-3: Canvas;
--line: CanvasText;
--line-strong: ButtonBorder;
--accent: Highlight;
--accent-ink: HighlightText;
--accent-soft: Canvas;
--good: CanvasText;
--good-soft: Canvas;
--warn: CanvasText;
--warn-soft: Canvas;
--bad: CanvasText;
--bad-soft: Canvas;
--danger: ButtonFace;
--danger-ink: ButtonText;
}
}`;
