import type { ReactNode } from 'react';
import { Icon } from './Icon.js';
import { LanguagePicker } from './LanguagePicker.js';
import { MenuItem } from './MenuItem.js';
import { Popover } from './Popover.js';
import { useRoom } from './RoomContext.js';

/** What does not fit into the bar (`children`), what hosts start and stop, and what is rarely needed. */
export function MoreMenu({ children }: { readonly children: readonly ReactNode[] }) {
  const { session, view, t } = useRoom();
  const { actions } = session;
  return (
    <Popover tool="more" icon="more" label={t('more')}>
      {children.length > 0 && <div className="menu-section">{children}</div>}
      <div className="menu-section">
        <HostItems />
      </div>
      <div className="menu-section">
        <MenuItem tool="effects" icon="effects" label={t('effects')} onClick={() => actions.openSettings('effects')} />
        {view.integrations && (
          <MenuItem
            tool="integrations"
            icon="inspect"
            label={t('integrations')}
            onClick={() => actions.setPanel('integrations')}
          />
        )}
        {view.help && (
          <a className="menu-item" data-tool="help" href="https://docs.whereby.com/" target="_blank" rel="noreferrer">
            <Icon name="help" />
            {t('help')}
          </a>
        )}
        {view.languagePicker && <LanguagePicker />}
      </div>
      {view.host && (
        <div className="menu-section">
          <MenuItem
            tool="endForAll"
            icon="close"
            label={t('endForAll')}
            data-danger
            onClick={() => actions.ask({ type: 'endMeeting' })}
          />
        </div>
      )}
    </Popover>
  );
}

/** What only hosts can do, each named after what it does next. */
function HostItems() {
  const { state, session, view, t } = useRoom();
  const { actions } = session;
  const { room, localRecording } = state;
  const isRecording = room !== null && room.recording !== 'stopped';
  const isStreaming = room !== null && room.streaming !== 'stopped';
  const isTranscribing = room !== null && room.transcription !== 'stopped';
  const isTimed = room !== null && room.timerStartedAt !== null;
  const isLocked = room?.locked === true;
  return (
    <>
      {view.recording && (
        <MenuItem
          tool="recording"
          icon="record"
          label={t(isRecording ? 'stopRecording' : 'startRecording')}
          onClick={() => actions.ask({ type: 'record', on: !isRecording })}
        />
      )}
      {view.localRecording && (
        <MenuItem
          tool="localRecording"
          icon="record"
          label={t(localRecording ? 'stopLocalRecording' : 'localRecording')}
          onClick={() => actions.setLocalRecording(!localRecording)}
        />
      )}
      {view.host && (
        <>
          <MenuItem
            tool="streaming"
            icon="globe"
            label={t(isStreaming ? 'stopStreaming' : 'startStreaming')}
            onClick={() => actions.ask({ type: 'stream', on: !isStreaming })}
          />
          <MenuItem
            tool="transcription"
            icon="text"
            label={t(isTranscribing ? 'stopTranscription' : 'startTranscription')}
            onClick={() => actions.ask({ type: 'transcribe', on: !isTranscribing })}
          />
          <MenuItem
            tool="timer"
            icon="timer"
            label={t(isTimed ? 'stopTimer' : 'startTimer')}
            onClick={() => actions.ask({ type: 'timer', on: !isTimed })}
          />
        </>
      )}
      {view.locking && (
        <MenuItem
          tool="lock"
          icon={isLocked ? 'unlock' : 'lock'}
          label={t(isLocked ? 'unlock' : 'lock')}
          onClick={() => actions.ask({ type: 'lock', locked: !isLocked })}
        />
      )}
    </>
  );
}
