import { useRoom } from './RoomContext.js';
import { Icon } from './Icon.js';
import { SandboxBadge } from './SandboxBadge.js';
import { Timer } from './Timer.js';
import { ToolButton } from './ToolButton.js';

export function TopBar() {
  const { state, session, view, t } = useRoom();
  const { room, panel, connection } = state;
  const count = room?.participants.length ?? 0;
  const isLocked = room?.locked === true;
  return (
    <header className="bar top-bar">
      {view.logo && <Logo />}
      <div className="status">
        {view.participantCount && (
          <span className="chip" data-tool="participantCount" aria-label={t('inRoom', { count })}>
            <Icon name="people" />
            <span dir="ltr">
              {count}
              <span className="capacity">/{room?.capacity}</span>
            </span>
          </span>
        )}
      </div>
      <div className="lives">
        {connection !== 'stable' && (
          <span className="chip trouble" data-live="connection" role="status">
            <Icon name="quality" off={connection === 'offline'} />
            {t(connection)}
          </span>
        )}
        {(view.timerShown || room?.timerStartedAt) && <Timer />}
        {(['recording', 'streaming', 'transcription'] as const).map(
          (service) =>
            room &&
            room[service] !== 'stopped' && (
              <span key={service} className="chip live" data-live={service} data-status={room[service]} role="status">
                {t(service)}
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
            icon={isLocked ? 'lock' : 'unlock'}
            label={t('lock')}
            pressed={isLocked}
            onClick={() => session.actions.ask({ type: 'lock', locked: !isLocked })}
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
      <SandboxBadge />
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
