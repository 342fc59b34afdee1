import { useId, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { CopyButton } from '../CopyButton.js';
import { UrlView } from './UrlView.js';

export interface OutputProps {
  readonly url: string;
  readonly urlBefore: string;
  readonly jsx: string;
  readonly iframe: string;
  readonly shareLink: string;
  /** What to know about the URL, if anything. */
  readonly note?: ReactNode;
  readonly events: readonly string[];
}

/** The results a designer hands on, in tabs. */
export function Output({ url, urlBefore, jsx, iframe, shareLink, note, events }: OutputProps) {
  const id = useId();
  const [open, setOpen] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const code = (label: string, text: string) => (
    <pre className="code" tabIndex={0} aria-label={label}>
      <code>{text}</code>
    </pre>
  );
  const tabs = [
    { name: 'Address', what: 'address', text: url, body: <UrlView url={url} before={urlBefore} /> },
    { name: 'JSX', what: 'JSX', text: jsx, body: code('JSX', jsx) },
    { name: 'iframe', what: 'iframe', text: iframe, body: code('iframe', iframe) },
    {
      name: 'Share',
      what: 'link',
      text: shareLink,
      body: (
        <div className="share">
          <label htmlFor={`${id}-share`}>Opens this page with exactly this combination.</label>
          <input
            id={`${id}-share`}
            className="field"
            readOnly
            value={shareLink}
            onFocus={(event) => event.target.select()}
          />
        </div>
      ),
    },
    {
      name: 'Events',
      what: 'events',
      text: events.join('\n'),
      body: events.length ? (
        code('What the room told the page', events.join('\n'))
      ) : (
        <p className="output-empty">What the room reports to the page appears here, newest first.</p>
      ),
    },
  ];
  const { name, what, text, body } = tabs[open]!;

  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1, Home: -open, End: -open - 1 };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = (open + step + tabs.length) % tabs.length;
    setOpen(next);
    list.current?.querySelectorAll('button')[next]?.focus();
  };

  return (
    <>
      <div className="output-head">
        <div className="tabs" role="tablist" aria-label="Result" ref={list} onKeyDown={onKeyDown}>
          {tabs.map((tab, index) => (
            <button
              key={tab.name}
              type="button"
              role="tab"
              id={`${id}-tab-${index}`}
              aria-selected={index === open}
              aria-controls={`${id}-panel`}
              tabIndex={index === open ? 0 : -1}
              onClick={() => setOpen(index)}
            >
              {tab.name}
            </button>
          ))}
        </div>
        <CopyButton key={name} what={what} text={text} />
      </div>
      <div
        className="output-body"
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-tab-${open}`}
        tabIndex={0}
      >
        {body}
        {note}
      </div>
    </>
  );
}
