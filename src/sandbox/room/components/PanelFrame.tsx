import { useEffect, useId, useRef } from 'react';
import type { ReactNode } from 'react';
import { IconButton } from './IconButton.js';
import { useRoom } from './RoomContext.js';

interface PanelFrameProps {
  readonly name: string;
  readonly title: string;
  readonly lang?: string;
  readonly children: ReactNode;
}

/** A panel with a title and a close button. It gets the focus when it opens; closing it gives the focus back. */
export function PanelFrame({ name, title, lang, children }: PanelFrameProps) {
  const { session, t } = useRoom();
  const id = useId();
  const panel = useRef<HTMLElement>(null);
  const close = () => {
    session.actions.setPanel(null);
    document.querySelector<HTMLElement>(`[data-tool="${name}"]`)?.focus();
  };
  useEffect(() => {
    // A panel that the page's command opened leaves the focus where it is, perhaps outside of this frame.
    if (document.activeElement instanceof HTMLButtonElement) panel.current?.focus();
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
        <IconButton icon="close" label={t('close')} onClick={close} />
      </header>
      {children}
    </aside>
  );
}
