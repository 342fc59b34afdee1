import { useRoom } from './context.js';

export function QualityPanel() {
  const { state, t } = useRoom();
  return (
    <dl className="facts">
      <dt>{t('quality')}</dt>
      <dd data-connection={state.connection}>{t(state.connection)}</dd>
      <dt>{t('camera')}</dt>
      <dd>{state.self.camera ? (state.lowData ? '320×180' : '1280×720') : '–'}</dd>
      <dt>{t('echo')}</dt>
      <dd>{state.processing.echo ? '✓' : '–'}</dd>
      <dt>{t('gain')}</dt>
      <dd>{state.processing.gain ? '✓' : '–'}</dd>
      <dt>{t('noise')}</dt>
      <dd>{state.processing.noise ? '✓' : '–'}</dd>
    </dl>
  );
}
