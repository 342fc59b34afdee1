import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { Icon } from './Icon.js';
import type { IconName } from './Icon.js';
import { Page } from './Page.js';

interface PlainPageProps {
  readonly icon: IconName;
  readonly tone?: 'plain' | 'warn';
  readonly title: string;
  readonly children?: ReactNode;
}

/** A page that says one thing, and what to do now. */
export const PlainPage = ({ icon, tone = 'plain', title, children }: PlainPageProps) => (
  <div className={clsx('plain', `plain-${tone}`)}>
    <Icon name={icon} />
    <Page title={title} isNarrow>
      {children}
    </Page>
  </div>
);
