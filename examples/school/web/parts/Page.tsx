import { clsx } from 'clsx';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { useTexts } from '../texts/useTexts.js';

interface PageProps {
  readonly title: string;
  /** Beside the title. */
  readonly actions?: ReactNode;
  readonly isNarrow?: boolean;
  readonly children: ReactNode;
}

/** One page: its heading, which is also the tab's title, and what is below. */
export function Page({ title, actions, isNarrow = false, children }: PageProps) {
  const { school } = useTexts();
  useEffect(() => {
    document.title = `${title} · ${school}`;
  }, [title, school]);
  return (
    <main className={clsx('page', isNarrow && 'page-narrow')}>
      <div className="page-head">
        <h1>{title}</h1>
        {actions}
      </div>
      {children}
    </main>
  );
}
