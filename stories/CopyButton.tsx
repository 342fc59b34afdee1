import { useEffect, useState } from 'react';
import { copyText } from './copyText.js';

export interface CopyButtonProps {
  /** What is copied, for the button's name: "Copy address". */
  readonly what: string;
  readonly text: string;
}

/** Copies a text and says so, to the eye and to a screen reader. */
export function CopyButton({ what, text }: CopyButtonProps) {
  const [copied, setCopied] = useState<{ text: string; done: boolean }>();
  const state = copied?.text === text ? copied : undefined;

  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(undefined), 2500);
    return () => clearTimeout(timer);
  }, [copied]);

  return (
    <>
      <button
        type="button"
        className="button"
        onClick={() => void copyText(text).then((done) => setCopied({ text, done }))}
      >
        {state?.done ? 'Copied' : `Copy ${what}`}
      </button>
      <span className="sr-only" role="status">
        {state && (state.done ? `${what} copied` : 'The browser refused to copy: select the text by hand')}
      </span>
    </>
  );
}
