import { useState } from 'react';
import { Button } from './Button.js';
import { useRoom } from './RoomContext.js';

/** What hosts are asked: to start what the meeting was created to prompt for, and to admit people who knock. */
export function Knocks() {
  const { state, session, view, t } = useRoom();
  const [answered, setAnswered] = useState<readonly string[]>([]);
  const knocking = state.room?.knocking ?? [];
  const prompts = (state.room?.prompts ?? []).filter(
    (prompt) => !answered.includes(prompt) && (prompt !== 'recording' || view.recording),
  );
  if (knocking.length + prompts.length === 0) return null;
  return (
    <ul className="knocks" aria-live="polite">
      {prompts.map((prompt) => (
        <li key={prompt} data-prompt={prompt}>
          <span>{t(prompt)}?</span>
          <Button
            primary
            onClick={() => {
              setAnswered([...answered, prompt]);
              session.actions.ask({ type: prompt === 'recording' ? 'record' : 'stream', on: true });
            }}
          >
            {t('continue')}
          </Button>
          <Button onClick={() => setAnswered([...answered, prompt])}>{t('cancel')}</Button>
        </li>
      ))}
      {knocking.map(({ knockId, displayName }) => (
        <li key={knockId}>
          <span>{t('knocks', { name: displayName || t('guest') })}</span>
          <Button primary onClick={() => session.actions.ask({ type: 'admit', knockId })}>
            {t('letIn')}
          </Button>
          <Button onClick={() => session.actions.ask({ type: 'reject', knockId })}>{t('reject')}</Button>
        </li>
      ))}
    </ul>
  );
}
