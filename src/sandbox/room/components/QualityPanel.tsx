import { useRoom } from './RoomContext.js';
import { Icon } from './Icon.js';

const mark = (on: boolean) =>
  on ? (
    <span role="img" aria-label="✓">
      <Icon name="check" />
    </span>
  ) : (
    '–'
  );

export function QualityPanel() {
  const { state, t } = useRoom();
  return (
    <dl className="facts">
      <dt>{t('quality')}</dt>
      <dd data-connection={state.connection}>{t(state.connection)}</dd>
      <dt>{t('camera')}</dt>
      <dd>{state.self.camera ? (state.lowData ? '320×180' : '1280×720') : '–'}</dd>
      <dt>{t('echo')}</dt>
      <dd>{mark(state.processing.echo)}</dd>
      <dt>{t('gain')}</dt>
      <dd>{mark(state.processing.gain)}</dd>
      <dt>{t('noise')}</dt>
      <dd>{mark(state.processing.noise)}</dd>
    </dl>
  );
}
