import { useState } from 'react';
import { useRoom } from './RoomContext.js';

/** What hosts are asked: to start what the meeting was created for, and to let in who waits outside. */
export function Knocks() {
  const { state, session, view, t } = useRoom();
  const [answered, setAnswered] = useState<readonly string[]>([]);
  const knocking = state.room?.knocking ?? [];
  const prompts = (state.room?.prompts ?? []).filter(
    (what) => !answered.includes(what) && (what !== 'recording' || view.recording),
  );
  if (knocking.length + prompts.length === 0) return null;
  return (
    <ul className="knocks" aria-live="polite">
      {prompts.map((what) => (
        <li key={what} data-prompt={what}>
          <span>{t(what)}?</span>
          <button
            type="button"
            className="button primary"
            onClick={() => {
              setAnswered([...answered, what]);
              session.actions.ask({ type: what === 'recording' ? 'record' : 'stream', on: true });
            }}
          >
            {t('continue')}
          </button>
          <button type="button" className="button" onClick={() => setAnswered([...answered, what])}>
            {t('cancel')}
          </button>
        </li>
      ))}
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
