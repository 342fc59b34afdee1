import { useRoom } from './context.js';

/** Who waits outside, for hosts. */
export function Knocks() {
  const { state, session, t } = useRoom();
  const knocking = state.room?.knocking ?? [];
  if (knocking.length === 0) return null;
  return (
    <ul className="knocks" aria-live="polite">
      {knocking.map(({ knockId, displayName }) => (
        <li key={knockId}>
          <span>{t('knocks', { name: displayName || t('guest') })}</span>
          <button
            type="button"
            className="button primary"
            onClick={() => session.actions.ask({ type: 'admit', knockId })}
          >
            {t('letIn')}
          </button>
          <button type="button" className="button" onClick={() => session.actions.ask({ type: 'reject', knockId })}>
            {t('reject')}
          </button>
        </li>
      ))}
    </ul>
  );
}
