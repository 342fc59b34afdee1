import { isHost, isMachine, isViewer } from '../../core/roles.js';
import type { Participant, ToRooms } from '../../wire.js';
import { useRoom } from './RoomContext.js';
import { Icon } from './Icon.js';
import type { IconName } from './Icon.js';

export function PeoplePanel() {
  const { state, view, t } = useRoom();
  const people = (state.room?.participants ?? []).filter(({ role }) => !isMachine(role));
  return (
    <>
      <ul className="people">
        {people.map((person) => (
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
  const { state, session, view, t } = useRoom();
  const { participantId, displayName, role } = person;
  const self = participantId === state.selfId;
  const name = displayName || t('guest');
  const act = (icon: IconName, label: string, message: ToRooms, pressed?: boolean) => (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      aria-pressed={pressed}
      title={label}
      onClick={() => session.actions.ask(message)}
    >
      <Icon name={icon} />
    </button>
  );
  const spotlit = state.room?.spotlight === participantId;
  return (
    <li>
      <span className="person-name">
        {name}
        {self && ` (${t('you')})`}
        <small>{isHost(role) ? t('host') : isViewer(role) ? t('viewer') : t('guest')}</small>
      </span>
      {isHost(role) && <Icon name="host" />}
      {isViewer(role) && <Icon name="eye" />}
      {person.handRaised && <Icon name="hand" />}
      {!person.microphone && <Icon name="microphone" off />}
      {!person.camera && <Icon name="camera" off />}
      {view.host && (
        <span className="person-actions">
          {act(
            'star',
            t('spotlight', { name }),
            { type: 'spotlight', participantId: spotlit ? null : participantId },
            spotlit,
          )}
          {!self && person.microphone && act('microphone', t('mute', { name }), { type: 'mute', participantId })}
          {!self && act('remove', t('remove', { name }), { type: 'remove', participantId })}
        </span>
      )}
    </li>
  );
}
