import type { ReactNode } from 'react';
import { Icon } from './Icon.js';
import type { IconName } from './Icon.js';

interface EmptyProps {
  readonly icon: IconName;
  readonly children: ReactNode;
}

/** In the place of a list that has nothing. */
export const Empty = ({ icon, children }: EmptyProps) => (
  <div className="empty">
    <Icon name={icon} />
    <p>{children}</p>
  </div>
);
