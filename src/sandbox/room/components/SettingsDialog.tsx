import { useEffect, useId, useRef } from 'react';
import { settingsPanes } from '../../../protocol/commands.js';
import { EffectsPane } from './EffectsPane.js';
import { IconButton } from './IconButton.js';
import { useRoom } from './RoomContext.js';
import { SettingsPane } from './SettingsPane.js';

export function SettingsDialog() {
  const { state, session, t } = useRoom();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const pane = state.settings ?? 'media';
  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="settings"
      aria-labelledby={id}
      onClose={session.actions.closeSettings}
      data-pane={pane}
    >
      <header className="panel-head">
        <h2 id={id}>{t('settings')}</h2>
        <IconButton icon="close" label={t('close')} onClick={() => dialog.current?.close()} />
      </header>
      <div className="settings-body">
        <nav aria-label={t('settings')}>
          {settingsPanes.map((name) => (
            <button
              key={name}
              type="button"
              aria-current={name === pane ? 'page' : undefined}
              onClick={() => session.actions.openSettings(name)}
            >
              {t(name)}
            </button>
          ))}
        </nav>
        <div className="settings-pane">
          <h3>{t(pane)}</h3>
          {pane === 'effects' ? <EffectsPane /> : <SettingsPane pane={pane} />}
        </div>
      </div>
    </dialog>
  );
}
