import type { SettingsPane as PaneName } from '../../../protocol/commands.js';
import type { LabelKey } from '../labels/en.js';
import { Integrations } from './Integrations.js';
import { LanguagePicker } from './LanguagePicker.js';
import { useRoom } from './RoomContext.js';

/** The settings of one pane. */
export function SettingsPane({ pane }: { readonly pane: Exclude<PaneName, 'effects'> }) {
  const { state, session, view, t } = useRoom();
  const { actions } = session;
  const { processing } = state;
  const checkbox = (key: LabelKey, checked: boolean, onChange: (checked: boolean) => void) => (
    <label className="switch">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      {t(key)}
    </label>
  );
  const nothing = <p>{t('nothingSet')}</p>;
  switch (pane) {
    case 'media':
      return (
        <>
          {view.microphone && checkbox('microphone', state.self.microphone, actions.setMicrophone)}
          {view.camera && checkbox('camera', state.self.camera, actions.setCamera)}
          {checkbox('echo', processing.echo, (echo) => actions.setProcessing({ echo }))}
          {checkbox('gain', processing.gain, (gain) => actions.setProcessing({ gain }))}
          {checkbox('noise', processing.noise, (noise) => actions.setProcessing({ noise }))}
        </>
      );
    case 'advanced':
      return (
        <>
          {checkbox('lowData', state.lowData, actions.setLowData)}
          {view.languagePicker && <LanguagePicker />}
        </>
      );
    case 'streaming':
      return view.host
        ? checkbox('streaming', state.room?.streaming !== 'stopped', (on) => actions.ask({ type: 'stream', on }))
        : nothing;
    case 'integrations':
      return view.integrations ? <Integrations /> : nothing;
    case 'theme':
    case 'notifications':
      return nothing;
  }
}
