import { isHost, isViewer } from '../../core/roles.js';
import type { Participant, ToRooms } from '../../wire.js';
import { Icon } from './Icon.js';
import { IconButton } from './IconButton.js';
import type { IconName } from './Icon.js';
import { useRoom } from './RoomContext.js';

export function PeoplePanel() {
  const { state, view, t } = useRoom();
  return (
    <>
      <ul className="people">
        {state.room?.participants.map((person) => (
          <Person key={person.participantId} person={person} />
        ))}
      </ul>
      {view.legend && (
        <p className="legend" data-tool="legend">
          <Icon name="host" />
          <Icon name="microphone" off />
          <Icon name="hand" />
          {t('legend')}
        </p>
      )}
    </>
  );
}

function Person({ person }: { readonly person: Participant }) {
  const { state, view, t } = useRoom();
  const { role } = person;
  const isSelf = person.participantId === state.selfId;
  return (
    <li>
      <span className="person-name">
        {person.displayName || t('guest')}
        {isSelf && ` (${t('you')})`}
        <small>{isHost(role) ? t('host') : isViewer(role) ? t('viewer') : t('guest')}</small>
      </span>
      {isHost(role) && <Icon name="host" />}
      {isViewer(role) && <Icon name="eye" />}
      {person.handRaised && <Icon name="hand" />}
      {!person.microphone && <Icon name="microphone" off />}
      {!person.camera && <Icon name="camera" off />}
      {view.host && <HostActions person={person} isSelf={isSelf} />}
    </li>
  );
}

function HostActions({ person, isSelf }: { readonly person: Participant; readonly isSelf: boolean }) {
  const { state, session, t } = useRoom();
  const { participantId } = person;
  const name = person.displayName || t('guest');
  const isSpotlit = state.room?.spotlight === participantId;
  const action = (icon: IconName, label: string, message: ToRooms, pressed?: boolean) => (
    <IconButton
      icon={icon}
      label={label}
      title={label}
      aria-pressed={pressed}
      onClick={() => session.actions.ask(message)}
    />
  );
  return (
    <span className="person-actions">
      {action(
        'star',
        t('spotlight', { name }),
        { type: 'spotlight', participantId: isSpotlit ? null : participantId },
        isSpotlit,
      )}
      {!isSelf && person.microphone && action('microphone', t('mute', { name }), { type: 'mute', participantId })}
      {!isSelf && action('remove', t('remove', { name }), { type: 'remove', participantId })}
    </span>
  );
}
