import { useRoom } from './RoomContext.js';

export function PeopleCount() {
  const { state, t } = useRoom();
  const count = state.room?.participants.length ?? 0;
  return (
    <span className="chip count">
      <span aria-hidden="true">{count}</span>
      <span className="unseen">{t('inRoom', { count })}</span>
    </span>
  );
}
