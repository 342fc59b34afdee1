import { useState } from 'react';
import type { ReactNode } from 'react';
import { params } from '../../../params/registry.js';
import type { CheckStep } from '../session/SessionState.js';
import { useRoom } from './RoomContext.js';
import { Icon } from './Icon.js';
import type { IconName } from './Icon.js';
import { LanguagePicker } from './LanguagePicker.js';
import { MediaButtons } from './MediaButtons.js';
import { Tile } from './Tile.js';

/** Everything before and after the meeting: one card in the middle. */
export function Lobby() {
  const { state, session, view, t, tone } = useRoom();
  const { actions } = session;
  switch (state.phase) {
    case 'connecting':
    case 'entering':
      return (
        <Card title={t('connecting')}>
          <span className="spinner" />
        </Card>
      );
    case 'refused': {
      const why = { 'not-found': 'notFound', expired: 'expired', deleted: 'expired', 'bad-key': 'badKey' } as const;
      return <Card title={t(why[state.refusal ?? 'not-found'])} />;
    }
    case 'permissions':
      return (
        <Card title={t('permissionsTitle')} text={t('permissionsText')}>
          <div className="card-icons">
            {view.camera && <Icon name="camera" />}
            <Icon name="microphone" />
          </div>
          <Buttons>
            <button type="button" className="button primary" onClick={() => void actions.allowDevices()}>
              {t('allow')}
            </button>
            <button type="button" className="button" onClick={actions.refuseDevices}>
              {t('withoutDevices')}
            </button>
          </Buttons>
          <PermissionsHelp />
        </Card>
      );
    case 'check':
      return <CheckCard />;
    case 'review':
      return <ReviewCard />;
    case 'locked':
      return (
        <Card title={t('lockedTitle')} text={t('lockedText')}>
          <Buttons>
            <button type="button" className="button primary" onClick={actions.join}>
              {t('knock')}
            </button>
          </Buttons>
        </Card>
      );
    case 'knocking':
      return (
        <Card title={tone('knockingTitle')} picture={state.room?.theme?.knockBackgroundUrl}>
          <span className="spinner" />
          <Buttons>
            <button type="button" className="button" onClick={actions.cancelKnock}>
              {t('cancel')}
            </button>
          </Buttons>
        </Card>
      );
    case 'rejected':
      return (
        <Card title={t('rejectedTitle')}>
          <Buttons>
            <button type="button" className="button primary" onClick={actions.join}>
              {t('knockAgain')}
            </button>
          </Buttons>
        </Card>
      );
    case 'full':
      return (
        <Card title={t('fullTitle')}>
          <Buttons>
            <button type="button" className="button primary" onClick={actions.join}>
              {t('tryAgain')}
            </button>
          </Buttons>
        </Card>
      );
    case 'removed':
      return <Card title={t('removedTitle')} />;
    default:
      return (
        <Card title={tone(state.phase === 'ended' ? 'endedTitle' : 'leftTitle')}>
          <Buttons>
            <button type="button" className="button primary" onClick={actions.rejoin}>
              {t('rejoin')}
            </button>
          </Buttons>
        </Card>
      );
  }
}

interface CardProps {
  readonly title: string;
  readonly text?: string;
  readonly picture?: string | undefined;
  readonly children?: ReactNode;
}

function Card({ title, text, picture, children }: CardProps) {
  return (
    <main className="lobby">
      <section className="card">
        {picture && <img className="card-picture" src={picture} alt="" />}
        <div role="status">
          <h1>{title}</h1>
        </div>
        {text && <p>{text}</p>}
        {children}
      </section>
    </main>
  );
}

const Buttons = ({ children }: { readonly children: ReactNode }) => <div className="buttons">{children}</div>;

function PermissionsHelp() {
  const { view, t } = useRoom();
  return view.permissionsHelp ? (
    <a className="link" href={view.permissionsHelp} target="_blank" rel="noreferrer">
      {t('permissionsHelp')}
    </a>
  ) : null;
}

const steps: readonly { readonly step: CheckStep; readonly icon: IconName }[] = [
  { step: 'camera', icon: 'camera' },
  { step: 'speaker', icon: 'reactions' },
  { step: 'microphone', icon: 'microphone' },
  { step: 'bandwidth', icon: 'quality' },
];

function CheckCard() {
  const { state, session, view, t } = useRoom();
  const done = steps.every(({ step }) => state.checked[step]);
  return (
    <Card title={t(done ? 'checkDone' : 'checkTitle')}>
      <ul className="checks">
        {steps.map(({ step, icon }) => {
          const result = state.checked[step];
          return (
            <li key={step} data-result={result ?? 'waiting'}>
              <Icon name={icon} />
              <span>
                {t(step)}
                {state.found[step] && <small>{state.found[step]}</small>}
              </span>
              <strong>{t(result ?? 'waiting')}</strong>
            </li>
          );
        })}
      </ul>
      <Buttons>
        {done && (
          <button type="button" className="button primary" onClick={session.actions.endCheck}>
            {t('continue')}
          </button>
        )}
        {!done && view.ceremonyCanSkip && (
          <button type="button" className="button" onClick={session.actions.skipCheck}>
            {t('skip')}
          </button>
        )}
      </Buttons>
    </Card>
  );
}

function ReviewCard() {
  const { state, session, view, t, tone } = useRoom();
  const { actions } = session;
  const [name, setName] = useState(state.self.displayName);
  const [tried, setTried] = useState(false);
  const bad = params.displayName.check(name) !== true || !name.trim();
  const mustKnock = state.room?.locked && !view.host && !view.viewer;
  const person = {
    ...state.self,
    displayName: name,
    participantId: 'review',
    role: state.role,
    externalId: null,
    metadata: null,
    joinedAt: '',
    simulated: false,
  };
  return (
    <Card title={tone('reviewTitle')}>
      {!view.viewer && (
        <div className="review-picture">
          <Tile person={person} preview />
          <div className="review-tools">
            <MediaButtons />
          </div>
        </div>
      )}
      {state.devices === 'denied' && (
        <p className="notice" role="alert">
          {t('blocked')} <PermissionsHelp />
        </p>
      )}
      <form
        className="review-form"
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (bad) return;
          actions.rename(name.trim());
          actions.join();
        }}
      >
        <label>
          {t('yourName')}
          <input
            value={name}
            maxLength={100}
            autoComplete="name"
            aria-invalid={tried && bad}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        {tried && bad && (
          <p className="notice" role="alert">
            {t('nameNeeded')}
          </p>
        )}
        {view.languagePicker && <LanguagePicker />}
        <button type="submit" className="button primary wide">
          {t(mustKnock ? 'knock' : 'join')}
        </button>
        {mustKnock && <p className="hint">{t('lockedTitle')}</p>}
      </form>
    </Card>
  );
}
