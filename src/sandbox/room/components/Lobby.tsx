import { Button } from './Button.js';
import { Card } from './Card.js';
import { CheckCard } from './CheckCard.js';
import { Icon } from './Icon.js';
import { PermissionsHelp } from './PermissionsHelp.js';
import { ReviewCard } from './ReviewCard.js';
import { useRoom } from './RoomContext.js';

const refusals = {
  'not-found': { icon: 'search', title: 'notFound' },
  expired: { icon: 'timer', title: 'expired' },
  deleted: { icon: 'timer', title: 'expired' },
  'bad-key': { icon: 'lock', title: 'badKey' },
  'bad-external-id': { icon: 'lock', title: 'badExternalId' },
} as const;

/** Everything before and after the meeting: one card in the middle. */
export function Lobby() {
  const { state, session, view, t, tone } = useRoom();
  const { actions } = session;
  switch (state.phase) {
    case 'connecting':
    case 'entering':
    case 'joined':
      return (
        <Card title={t('connecting')}>
          <span className="spinner" />
        </Card>
      );
    case 'refused': {
      const { icon, title } = refusals[state.refusal ?? 'not-found'];
      return <Card icon={icon} title={t(title)} />;
    }
    case 'permissions':
      return (
        <Card title={t('permissionsTitle')} text={t('permissionsText')}>
          <div className="card-icons">
            {view.camera && <Icon name="camera" />}
            <Icon name="microphone" />
          </div>
          <div className="buttons">
            <Button primary onClick={() => void actions.allowDevices()}>
              {t('allow')}
            </Button>
            <Button onClick={actions.refuseDevices}>{t('withoutDevices')}</Button>
          </div>
          <PermissionsHelp />
        </Card>
      );
    case 'check':
      return <CheckCard />;
    case 'review':
      return <ReviewCard />;
    case 'locked':
      return (
        <Card icon="lock" title={t('lockedTitle')} text={t('lockedText')}>
          <PrimaryButton label={t('knock')} onClick={actions.join} />
        </Card>
      );
    case 'knocking':
      return (
        <Card title={tone('knockingTitle')} picture={state.room?.theme?.knockBackgroundUrl}>
          <span className="spinner" />
          <div className="buttons">
            <Button onClick={actions.cancelKnock}>{t('cancel')}</Button>
          </div>
        </Card>
      );
    case 'rejected':
      return (
        <Card icon="lock" title={t('rejectedTitle')}>
          <PrimaryButton label={t('knockAgain')} onClick={actions.join} />
        </Card>
      );
    case 'full':
      return (
        <Card icon="people" title={t('fullTitle')}>
          <PrimaryButton label={t('tryAgain')} onClick={actions.join} />
        </Card>
      );
    case 'removed':
      return <Card icon="remove" title={t('removedTitle')} />;
    case 'left':
    case 'ended':
      return (
        <Card
          icon={state.phase === 'ended' ? 'check' : 'leave'}
          title={tone(state.phase === 'ended' ? 'endedTitle' : 'leftTitle')}
        >
          <PrimaryButton label={t('rejoin')} onClick={actions.rejoin} />
        </Card>
      );
  }
}

function PrimaryButton({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <div className="buttons">
      <Button primary onClick={onClick}>
        {label}
      </Button>
    </div>
  );
}
