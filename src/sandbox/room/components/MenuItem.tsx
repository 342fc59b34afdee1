import type { ButtonHTMLAttributes } from 'react';
import { Icon } from './Icon.js';
import type { IconName } from './Icon.js';

interface MenuItemProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> {
  /** What it is, also for those who look for it in the page. */
  readonly tool: string;
  readonly icon: IconName;
  readonly label: string;
}

/** A line of a menu, named after what it does. */
export const MenuItem = ({ tool, icon, label, ...rest }: MenuItemProps) => (
  <button {...rest} type="button" className="menu-item" data-tool={tool}>
    <Icon name={icon} />
    {label}
  </button>
);
