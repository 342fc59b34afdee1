import { useId, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { Code } from '../Code.js';
import { CopyButton } from '../CopyButton.js';
import { UrlView } from './UrlView.js';
import type { UrlViewProps } from './UrlView.js';

export interface LoggedEvent {
  readonly at: string;
  readonly line: string;
}

export interface OutputProps extends UrlViewProps {
  readonly jsx: string;
  readonly iframe: string;
  readonly markdown: string;
  readonly shareLink: string;
  /** What to know about the URL, if anything. */
  readonly note?: ReactNode;
  readonly events: readonly LoggedEvent[];
  onClearEvents(): void;
  /** Buttons beside "Copy". */
  readonly tools?: ReactNode;
}

/** The results a designer hands on, in tabs. */
export function Output(props: OutputProps) {
  const { url, bases, jsx, iframe, markdown, shareLink, note, events, onClearEvents, tools } = props;
  const id = useId();
  const [open, setOpen] = useState(0);
  const [filter, setFilter] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const shown = events.filter(({ line }) => line.toLowerCase().includes(filter.trim().toLowerCase()));
  const log = shown.map(({ at, line }) => `${at}  ${line}`).join('\n');
  const tabs = [
    { name: 'Address', what: 'address', text: url, body: <UrlView url={url} bases={bases} /> },
    { name: 'JSX', what: 'JSX', text: jsx, body: <Code label="JSX" language="jsx" text={jsx} /> },
    { name: 'iframe', what: 'iframe', text: iframe, body: <Code label="iframe" language="html" text={iframe} /> },
    {
      name: 'Table',
      what: 'table',
      text: markdown,
      body: <Code label="Markdown table" language="text" text={markdown} />,
    },
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
      text: log,
      body: events.length ? (
        <div className="events">
          <div className="events-tools">
            <input
              type="search"
              className="field"
              aria-label="Filter events"
              placeholder="Filter"
              value={filter}
              onChange={(event) => setFilter(event.target.value)}
            />
            <button type="button" className="button" onClick={onClearEvents}>
              Clear
            </button>
          </div>
          <Code label="What the room told the page" language="text" text={log || 'No event has this text.'} />
        </div>
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
        <span className="output-tools">
          {tools}
          <CopyButton key={name} what={what} text={text} />
        </span>
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
