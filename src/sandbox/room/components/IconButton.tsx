import { clsx } from 'clsx';
import type { ButtonHTMLAttributes } from 'react';
import { Icon } from './Icon.js';
import type { IconName } from './Icon.js';

interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> {
  readonly icon: IconName;
  /** The name for screen readers. */
  readonly label: string;
  readonly primary?: boolean;
}

/** A small button with an icon only. */
export const IconButton = ({ icon, label, primary, type = 'button', ...rest }: IconButtonProps) => (
  <button {...rest} type={type} className={clsx('icon-button', { primary })} aria-label={label}>
    <Icon name={icon} />
  </button>
);
