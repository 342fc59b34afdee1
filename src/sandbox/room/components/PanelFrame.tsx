import { useEffect, useId, useRef } from 'react';
import type { ReactNode } from 'react';
import { IconButton } from './IconButton.js';
import { useRoom } from './RoomContext.js';

interface PanelFrameProps {
  readonly name: string;
  readonly title: string;
  readonly lang?: string;
  /** Beside the title. */
  readonly head?: ReactNode;
  readonly children: ReactNode;
}

/** A panel with a title and a close button. When it opens, its field (`data-first`) gets the focus, or itself; closing it gives the focus back. */
export function PanelFrame({ name, title, lang, head, children }: PanelFrameProps) {
  const { session, t } = useRoom();
  const id = useId();
  const panel = useRef<HTMLElement>(null);
  const close = () => {
    session.actions.setPanel(null);
    const opener = document.querySelector<HTMLElement>(`.tool[data-tool="${name}"]`);
    // What has no place in the bar was opened from the menu.
    (opener ?? document.querySelector<HTMLElement>('.tool[data-tool=more]'))?.focus();
  };
  useEffect(() => {
    // A panel that the page's command opened leaves the focus where it is, perhaps outside of this frame.
    if (!(document.activeElement instanceof HTMLButtonElement)) return;
    (panel.current?.querySelector<HTMLElement>('[data-first]') ?? panel.current)?.focus();
  }, []);
  return (
    <aside
      ref={panel}
      className="panel"
      data-name={name}
      lang={lang}
      aria-labelledby={id}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <header className="panel-head">
        <h2 id={id}>{title}</h2>
        {head}
        <IconButton icon="close" label={t('close')} onClick={close} />
      </header>
      {children}
    </aside>
  );
}
