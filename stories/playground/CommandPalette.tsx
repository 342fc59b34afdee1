import { useCallback, useEffect, useRef, useState } from 'react';
import { isApple } from '../isApple.js';
import { printKeys } from '../printKeys.js';
import type { Command } from './buildCommands.js';
import { PaletteDialog } from './PaletteDialog.js';

export interface CommandPaletteProps {
  /** Called when the palette is open, as the commands depend on how things are. */
  readonly build: () => readonly Command[];
}

/** How long a report stays. */
const REPORT = 3_000;

/** The button and the key (Ctrl+K, ⌘K) that open the list of everything the playground can do. */
export function CommandPalette({ build }: CommandPaletteProps) {
  const [isOpen, setOpen] = useState(false);
  const [report, setReport] = useState('');
  const opener = useRef<Element>(null);

  const open = useCallback(() => {
    opener.current = document.activeElement;
    setOpen(true);
  }, []);
  const close = () => {
    setOpen(false);
    if (opener.current instanceof HTMLElement) opener.current.focus();
  };

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isCommand = isApple() ? event.metaKey : event.ctrlKey;
      if (event.key.toLowerCase() !== 'k' || !isCommand || event.shiftKey || event.altKey) return;
      event.preventDefault();
      // Storybook has a search of its own on the same key, and listens to the document too.
      event.stopPropagation();
      open();
    };
    document.addEventListener('keydown', onKeyDown, { capture: true });
    return () => document.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [open]);

  useEffect(() => {
    if (!report) return;
    const timer = setTimeout(() => setReport(''), REPORT);
    return () => clearTimeout(timer);
  }, [report]);

  return (
    <>
      <button
        type="button"
        className="button palette-button"
        aria-haspopup="dialog"
        aria-keyshortcuts={isApple() ? 'Meta+K' : 'Control+K'}
        title={`Commands (${printKeys('Ctrl+K')})`}
        onClick={open}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Zm4.8-1.7L20 20" />
        </svg>
        <span>Commands</span>
        <kbd aria-hidden="true">{printKeys('Ctrl+K')}</kbd>
      </button>
      <p className="palette-report" role="status">
        {report}
      </p>
      {isOpen && (
        <PaletteDialog
          commands={build()}
          onClose={close}
          onRun={(command) => {
            close();
            void Promise.resolve(command.run()).then((text) => setReport(text ?? ''));
          }}
        />
      )}
    </>
  );
}
