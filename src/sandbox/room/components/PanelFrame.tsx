import { useEffect, useId, useRef } from 'react';
import type { ReactNode } from 'react';
import { useRoom } from './RoomContext.js';
import { Icon } from './Icon.js';

interface PanelFrameProps {
  readonly name: string;
  readonly title: string;
  readonly lang?: string;
  readonly children: ReactNode;
}

/** A panel with its title and a way out. Focus goes to it when it opens and back when it closes by hand. */
export function PanelFrame({ name, title, lang, children }: PanelFrameProps) {
  const { session, t } = useRoom();
  const id = useId();
  const panel = useRef<HTMLElement>(null);
  const close = () => {
    session.actions.setPanel(null);
    document.querySelector<HTMLElement>(`[data-tool="${name}"]`)?.focus();
  };
  useEffect(() => {
    // A panel that a command opened leaves the focus where it is: outside of this frame, perhaps.
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
        <button type="button" className="icon-button" aria-label={t('close')} onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      {children}
    </aside>
  );
}
