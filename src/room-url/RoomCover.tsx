'use client';

import type { ReactElement } from 'react';

export interface RoomCoverProps {
  readonly text: string;
  /** What the button does, where there is one. */
  readonly onAgain?: (() => unknown) | undefined;
}

const center = { display: 'grid', placeContent: 'center', height: '100%' };

/** What stands in the frame's place while there is no address, for apps that do not say it themselves. */
export const RoomCover = ({ text, onAgain }: RoomCoverProps): ReactElement => (
  <div role={onAgain ? 'alert' : 'status'} style={center}>
    <p>{text}</p>
    {onAgain && (
      <button type="button" onClick={onAgain}>
        Try again
      </button>
    )}
  </div>
);
