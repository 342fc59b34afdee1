import type { ToRooms } from '../../wire.js';
import type { LabelKey } from '../labels/en.js';
import { useRoom } from './RoomContext.js';
import { LanguagePicker } from './LanguagePicker.js';
import { Popover } from './Popover.js';

/** What does not fit into the bar, or is rarely needed. */
export function MoreMenu() {
  const { state, session, view, t } = useRoom();
  const { actions } = session;
  const { room } = state;
  const item = (key: LabelKey, onClick: () => void, pressed?: boolean) => (
    <button type="button" className="menu-item" data-tool={key} aria-pressed={pressed} onClick={onClick}>
      {t(key)}
    </button>
  );
  const toggle = (key: LabelKey, on: boolean, createMessage: (on: boolean) => ToRooms) =>
    item(key, () => actions.ask(createMessage(!on)), on);
  return (
    <Popover tool="more" icon="more" label={t('more')}>
      {view.recording && toggle('recording', room?.recording !== 'stopped', (on) => ({ type: 'record', on }))}
      {view.localRecording &&
        item('localRecording', () => actions.setLocalRecording(!state.localRecording), state.localRecording)}
      {view.host && toggle('streaming', room?.streaming !== 'stopped', (on) => ({ type: 'stream', on }))}
      {view.host && toggle('transcription', room?.transcription !== 'stopped', (on) => ({ type: 'transcribe', on }))}
      {view.host && toggle('timer', (room?.timerStartedAt ?? null) !== null, (on) => ({ type: 'timer', on }))}
      {view.locking && toggle('lock', room?.locked === true, (locked) => ({ type: 'lock', locked }))}
      {item('effects', () => actions.openSettings('effects'))}
      {view.integrations && item('integrations', () => actions.setPanel('integrations'))}
      {view.languagePicker && <LanguagePicker />}
      {view.help && (
        <a className="menu-item" data-tool="help" href="https://docs.whereby.com/" target="_blank" rel="noreferrer">
          {t('help')}
        </a>
      )}
      {view.host && item('endForAll', () => actions.ask({ type: 'endMeeting' }))}
    </Popover>
  );
}
