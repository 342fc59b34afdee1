import { useState } from 'react';
import { params } from '../../../params/registry.js';
import { Button } from './Button.js';
import { Card } from './Card.js';
import { LanguagePicker } from './LanguagePicker.js';
import { MediaButtons } from './MediaButtons.js';
import { PermissionsHelp } from './PermissionsHelp.js';
import { useRoom } from './RoomContext.js';
import { Tile } from './Tile.js';

/** The last screen before the meeting: name, camera and microphone. */
export function ReviewCard() {
  const { state, session, view, t, tone } = useRoom();
  const { actions } = session;
  const [name, setName] = useState(state.self.displayName);
  const [wasSubmitted, setWasSubmitted] = useState(false);
  const isValid = params.displayName.check(name) === true && name.trim() !== '';
  const showsProblem = wasSubmitted && !isValid;
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
  const submit = () => {
    setWasSubmitted(true);
    if (!isValid) return;
    actions.rename(name.trim());
    actions.join();
  };
  return (
    <Card title={tone('reviewTitle')} split={!view.viewer}>
      {!view.viewer && (
        <div className="review-picture">
          <Tile person={person} preview />
          <div className="review-tools">
            <MediaButtons />
          </div>
        </div>
      )}
      <form
        className="review-form"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {state.devices === 'denied' && (
          <p className="notice" role="alert">
            {t('blocked')} <PermissionsHelp />
          </p>
        )}
        <label>
          {t('yourName')}
          <input
            value={name}
            maxLength={100}
            autoComplete="name"
            aria-invalid={showsProblem}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        {showsProblem && (
          <p className="notice" role="alert">
            {t('nameNeeded')}
          </p>
        )}
        <div className="review-join">
          <Button type="submit" primary wide>
            {t(mustKnock ? 'knock' : 'join')}
          </Button>
        </div>
        {mustKnock && <p className="hint">{t('lockedTitle')}</p>}
        {view.languagePicker && <LanguagePicker />}
      </form>
    </Card>
  );
}
