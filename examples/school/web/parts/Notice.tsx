import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { Icon } from './Icon.js';
import type { IconName } from './Icon.js';

interface NoticeProps {
  readonly tone?: 'plain' | 'good' | 'warn' | 'bad';
  readonly icon?: IconName;
  /** `status` if it appears by itself, `alert` if it cannot wait. */
  readonly role?: 'status' | 'alert';
  readonly children: ReactNode;
}

/** A sentence or two that should not be missed. */
export const Notice = ({ tone = 'plain', icon, role, children }: NoticeProps) => (
  <div className={clsx('notice', `notice-${tone}`)} role={role}>
    {icon && <Icon name={icon} />}
    <div>{children}</div>
  </div>
);
