import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { Icon } from './Icon.js';
import type { IconName } from './Icon.js';

interface CardProps {
  readonly title: string;
  readonly text?: string;
  readonly picture?: string | undefined;
  /** What the screen is about, at a glance. */
  readonly icon?: IconName;
  /** Of two columns where the frame is wide and low. */
  readonly split?: boolean;
  readonly children?: ReactNode;
}

/** A screen before or after the meeting. */
export function Card({ title, text, picture, icon, split, children }: CardProps) {
  return (
    <main className="lobby">
      <section className={clsx('card', { split })}>
        {picture && <img className="card-picture" src={picture} alt="" />}
        {icon && !picture && (
          <span className="card-icon">
            <Icon name={icon} />
          </span>
        )}
        <div className="card-title" role="status">
          <h1>{title}</h1>
        </div>
        {text && <p>{text}</p>}
        {children}
      </section>
    </main>
  );
}
