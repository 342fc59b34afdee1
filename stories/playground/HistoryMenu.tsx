import { Popover } from '../Popover.js';
import { printKeys } from '../printKeys.js';
import type { PlaygroundState } from './state.js';
import type { Steps } from './useSteps.js';

/** Undo, redo, and every step by name. */
export function HistoryMenu({ steps }: { readonly steps: Steps<PlaygroundState> }) {
  const { all, index, undo, redo, go } = steps;
  return (
    <div className="history" role="group" aria-label="History">
      <button
        type="button"
        className="button button-icon"
        aria-label="Undo"
        title={`Undo (${printKeys('Ctrl+Z')})`}
        disabled={index === 0}
        onClick={undo}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3" />
        </svg>
      </button>
      <button
        type="button"
        className="button button-icon"
        aria-label="Redo"
        title={`Redo (${printKeys('Ctrl+Shift+Z')})`}
        disabled={index === all.length - 1}
        onClick={redo}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="m15 14 5-5-5-5m5 5H10a6 6 0 0 0 0 12h3" />
        </svg>
      </button>
      <Popover label={`Step ${index + 1} of ${all.length}`} name="Steps">
        {() => (
          <ol className="history-steps" reversed aria-label="Steps, the newest first">
            {all
              .map(({ label }, at) => (
                <li key={at}>
                  <button type="button" aria-current={at === index ? 'step' : undefined} onClick={() => go(at)}>
                    {label}
                  </button>
                </li>
              ))
              .reverse()}
          </ol>
        )}
      </Popover>
    </div>
  );
}
