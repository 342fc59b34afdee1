import { useEffect, useId, useRef } from 'react';
import { params } from '../../../params/registry.js';
import type { SettingsPane } from '../../../protocol/commands.js';
import { commands } from '../../../protocol/commands.js';
import type { LabelKey } from '../labels/en.js';
import { useRoom } from './RoomContext.js';
import { DrawnPerson } from './DrawnPerson.js';
import { getEffectLabel } from './getEffectLabel.js';
import { Icon } from './Icon.js';
import { LanguagePicker } from './LanguagePicker.js';

const panes = commands.openSettings.argument as readonly SettingsPane[];

export function SettingsDialog() {
  const { state, session, t } = useRoom();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const pane = state.settings ?? 'media';
  useEffect(() => {
    const it = dialog.current;
    if (it && !it.open) it.showModal();
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
        <button type="button" className="icon-button" aria-label={t('close')} onClick={() => dialog.current?.close()}>
          <Icon name="close" />
        </button>
      </header>
      <div className="settings-body">
        <nav aria-label={t('settings')}>
          {panes.map((name) => (
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
          <Pane pane={pane} />
        </div>
      </div>
    </dialog>
  );
}

function Pane({ pane }: { readonly pane: SettingsPane }) {
  const { state, session, view, t } = useRoom();
  const { actions } = session;
  const check = (key: LabelKey, checked: boolean, onChange: (checked: boolean) => void) => (
    <label className="switch">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      {t(key)}
    </label>
  );
  const { processing } = state;
  switch (pane) {
    case 'media':
      return (
        <>
          {view.microphone && check('microphone', state.self.microphone, actions.setMicrophone)}
          {view.camera && check('camera', state.self.camera, actions.setCamera)}
          {check('echo', processing.echo, (echo) => actions.setProcessing({ echo }))}
          {check('gain', processing.gain, (gain) => actions.setProcessing({ gain }))}
          {check('noise', processing.noise, (noise) => actions.setProcessing({ noise }))}
        </>
      );
    case 'effects':
      return (
        <div className="effects">
          {[
            null,
            ...(params.cameraEffect.values ?? []),
            ...(view.self.cameraEffect?.includes(':') ? [view.self.cameraEffect] : []),
          ].map((effect) => (
            <button
              key={effect ?? ''}
              type="button"
              aria-pressed={state.self.cameraEffect === effect}
              onClick={() => actions.setEffect(effect)}
            >
              <DrawnPerson name={state.self.displayName} effect={effect} />
              {t(getEffectLabel(effect))}
            </button>
          ))}
        </div>
      );
    case 'advanced':
      return (
        <>
          {check('lowData', state.lowData, actions.setLowData)}
          {view.languagePicker && <LanguagePicker />}
        </>
      );
    case 'streaming':
      return view.host ? (
        check('streaming', state.room?.streaming !== 'stopped', (on) => actions.ask({ type: 'stream', on }))
      ) : (
        <p>{t('nothingSet')}</p>
      );
    case 'integrations':
      return view.integrations ? (
        <ul className="integrations" lang="en">
          <li>YouTube</li>
          <li>Miro</li>
        </ul>
      ) : (
        <p>{t('nothingSet')}</p>
      );
    default:
      return <p>{t('nothingSet')}</p>;
  }
}
