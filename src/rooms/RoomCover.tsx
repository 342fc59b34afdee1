'use client';

import type { ReactElement, ReactNode } from 'react';

export interface RoomCoverProps {
  readonly children: ReactNode;
  /** What the button does, where there is one. */
  readonly onAgain?: (() => unknown) | undefined;
  readonly again?: string;
}

const center = { display: 'grid', placeContent: 'center', justifyItems: 'center', gap: '0.75rem', height: '100%' };

/** What stands in the frame's place while there is no address, for apps that do not say it themselves. */
export function RoomCover({ children, onAgain, again }: RoomCoverProps): ReactElement {
  return (
    <div role={onAgain ? 'alert' : 'status'} style={{ ...center, padding: '1rem', textAlign: 'center' }}>
      <p style={{ margin: 0 }}>{children}</p>
      {onAgain && (
        <button type="button" onClick={() => void onAgain()}>
          {again}
        </button>
      )}
    </div>
  );
}
