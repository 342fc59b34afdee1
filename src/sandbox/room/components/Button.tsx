import { clsx } from 'clsx';
import type { ButtonHTMLAttributes } from 'react';

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> {
  /** The one that most people want. */
  readonly primary?: boolean;
  /** As wide as its container. */
  readonly wide?: boolean;
}

/** A button with a text. */
export const Button = ({ primary, wide, type = 'button', ...rest }: ButtonProps) => (
  <button {...rest} type={type} className={clsx('button', { primary, wide })} />
);
