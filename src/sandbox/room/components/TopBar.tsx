import { isMachine } from '../../core/roles.js';
import { useRoom } from './RoomContext.js';
import { Icon } from './Icon.js';
import { SandboxBadge } from './SandboxBadge.js';
import { ToolButton } from './ToolButton.js';
import { useNow } from './useNow.js';

export function TopBar() {
  const { state, session, view, t } = useRoom();
  const { room, panel, connection } = state;
  const count = room?.participants.filter(({ role }) => !isMachine(role)).length ?? 0;
  const locked = room?.locked === true;
  return (
    <header className="bar top-bar">
      <SandboxBadge />
      {view.logo && <Logo />}
      <div className="status">
        {view.participantCount && (
          <span className="chip" data-tool="participantCount" aria-label={t('inRoom', { count })}>
            <Icon name="people" />
            {count}/{room?.capacity}
          </span>
        )}
        {(view.timerShown || room?.timerStartedAt) && <Timer />}
        {(['recording', 'streaming', 'transcription'] as const).map(
          (what) =>
            room &&
            room[what] !== 'stopped' && (
              <span key={what} className="chip live" data-live={what} data-status={room[what]} role="status">
                {t(what)}
              </span>
            ),
        )}
        {state.localRecording && (
          <span className="chip live" data-live="localRecording" role="status">
            {t('localRecording')}
          </span>
        )}
      </div>
      <div className="bar-end">
        {view.quality && (
          <ToolButton
            tool="quality"
            icon="quality"
            label={t('quality')}
            expanded={panel === 'quality'}
            badge={<span className="dot" data-connection={connection} />}
            onClick={() => session.actions.setPanel(panel === 'quality' ? null : 'quality')}
          />
        )}
        {view.lockButton && (
          <ToolButton
            tool="lock"
            icon={locked ? 'lock' : 'unlock'}
            label={t('lock')}
            pressed={locked}
            onClick={() => session.actions.ask({ type: 'lock', locked: !locked })}
          />
        )}
        {view.settingsButton && (
          <ToolButton
            tool="settings"
            icon="settings"
            label={t('settings')}
            onClick={() => session.actions.openSettings('media')}
          />
        )}
      </div>
    </header>
  );
}

function Logo() {
  const { state } = useRoom();
  const name = state.room?.roomName.replace(/^\//, '') ?? '';
  const picture = state.room?.theme?.logoUrl;
  return (
    <span className="logo" data-tool="logo">
      {picture ? <img src={picture} alt="" /> : null}
      <span className="logo-name">{name}</span>
    </span>
  );
}

function Timer() {
  const { state, t } = useRoom();
  const me = state.room?.participants.find(({ participantId }) => participantId === state.selfId);
  const started = state.room?.timerStartedAt ?? me?.joinedAt;
  const now = useNow(true) + state.clockAhead;
  const seconds = started ? Math.max(0, Math.floor((now - Date.parse(started)) / 1000)) : 0;
  const two = (value: number) => String(value).padStart(2, '0');
  return (
    <span className="chip timer" data-tool="timer" role="timer" aria-label={t('timer')}>
      <Icon name="timer" />
      {seconds >= 3600 && `${Math.floor(seconds / 3600)}:`}
      {two(Math.floor(seconds / 60) % 60)}:{two(seconds % 60)}
    </span>
  );
}
