import { useEffect } from 'react';
import { isTypingTarget } from '../isTypingTarget.js';

/** `[` and `]` step through the sizes; in a field they are text. */
export function useSizeKeys(step: (by: 1 | -1) => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const by = event.key === ']' ? 1 : event.key === '[' ? -1 : undefined;
      // Some keyboards have brackets only with AltGr, which counts as Ctrl and Alt. ⌘[ is the browser's way back.
      const isCommand = event.metaKey || (event.ctrlKey && !event.altKey);
      if (!by || isCommand || isTypingTarget(event.target)) return;
      event.preventDefault();
      step(by);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [step]);
}
