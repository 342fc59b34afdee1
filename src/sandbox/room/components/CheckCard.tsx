import type { CheckStep } from '../session/SessionState.js';
import { Button } from './Button.js';
import { Card } from './Card.js';
import { Icon } from './Icon.js';
import type { IconName } from './Icon.js';
import { useRoom } from './RoomContext.js';

const steps: readonly { readonly step: CheckStep; readonly icon: IconName }[] = [
  { step: 'camera', icon: 'camera' },
  { step: 'speaker', icon: 'reactions' },
  { step: 'microphone', icon: 'microphone' },
  { step: 'bandwidth', icon: 'quality' },
];

/** The check before the call, step by step. */
export function CheckCard() {
  const { state, session, view, t } = useRoom();
  const { checkResults, checkDetails } = state;
  const isDone = steps.every(({ step }) => checkResults[step]);
  return (
    <Card title={t(isDone ? 'checkDone' : 'checkTitle')}>
      <ul className="checks">
        {steps.map(({ step, icon }) => {
          const result = checkResults[step] ?? 'waiting';
          return (
            <li key={step} data-result={result}>
              <Icon name={icon} />
              <span>
                {t(step)}
                {checkDetails[step] && <small>{checkDetails[step]}</small>}
              </span>
              <strong>{t(result)}</strong>
            </li>
          );
        })}
      </ul>
      <div className="buttons">
        {isDone && (
          <Button primary onClick={session.actions.endCheck}>
            {t('continue')}
          </Button>
        )}
        {!isDone && view.ceremonyCanSkip && <Button onClick={session.actions.skipCheck}>{t('skip')}</Button>}
      </div>
    </Card>
  );
}
