import { Icon } from './Icon.js';
import { useRoom } from './RoomContext.js';
import { useNow } from './useNow.js';

const twoDigits = (value: number) => String(value).padStart(2, '0');

/** How long the timer of the room has been running; if it is off, how long the participant has been there. */
export function Timer() {
  const { state, t } = useRoom();
  const me = state.room?.participants.find(({ participantId }) => participantId === state.selfId);
  const startedAt = state.room?.timerStartedAt ?? me?.joinedAt;
  const now = useNow() + state.clockAhead;
  const seconds = startedAt ? Math.max(0, Math.floor((now - Date.parse(startedAt)) / 1000)) : 0;
  return (
    <span className="chip timer" data-tool="timer" role="timer" aria-label={t('timer')}>
      <Icon name="timer" />
      {seconds >= 3600 && `${Math.floor(seconds / 3600)}:`}
      {twoDigits(Math.floor(seconds / 60) % 60)}:{twoDigits(seconds % 60)}
    </span>
  );
}
