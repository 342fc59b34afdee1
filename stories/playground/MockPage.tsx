import type { ReactNode } from 'react';
import './mockPage.css';
import type { Direction } from './state.js';

export interface MockPageProps {
  readonly isShown: boolean;
  readonly direction: Direction;
  readonly children: ReactNode;
}

const Lines = ({ count }: { readonly count: number }) =>
  Array.from({ length: count }, (_, index) => <span key={index} className="mock-line" />);

/**
 * An app's page around the frame: a header, a sidebar and lines of text. Shown or not, the frame is the same element:
 * it would load again in another place.
 */
export function MockPage({ isShown, direction, children }: MockPageProps) {
  return (
    <div className={isShown ? 'mock-fit' : 'mock-none'} dir={direction}>
      <div className={isShown ? 'mock' : 'mock-none'}>
        {isShown && (
          <div className="mock-header" aria-hidden="true">
            <span className="mock-logo" />
            <Lines count={3} />
            <span className="mock-avatar" />
          </div>
        )}
        {isShown && (
          <div className="mock-sidebar" aria-hidden="true">
            <Lines count={6} />
          </div>
        )}
        {isShown && (
          <div className="mock-title" aria-hidden="true">
            <Lines count={2} />
          </div>
        )}
        <div className="mock-frame">{children}</div>
        {isShown && (
          <div className="mock-text" aria-hidden="true">
            <Lines count={3} />
          </div>
        )}
      </div>
    </div>
  );
}
