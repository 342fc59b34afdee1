import type { CSSProperties } from 'react';

/**
 * A `style` for `WherebyEmbed` or `MeetingOutlet`: `'parent'` fills the parent, `'screen'` the whole screen (also
 * where a phone's toolbars come and go), a number is the width for each height, as large as the parent and the
 * screen allow.
 */
export function meetingSize(size: 'parent' | 'screen' | number): CSSProperties {
  if (size === 'parent') return { display: 'grid', width: '100%', height: '100%', minHeight: 0 };
  if (size === 'screen') return { display: 'grid', width: '100%', height: '100dvh' };
  return { display: 'grid', width: `min(100%, ${100 * size}dvh)`, aspectRatio: String(size), marginInline: 'auto' };
}
