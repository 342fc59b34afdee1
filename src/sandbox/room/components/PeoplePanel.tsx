import { useState } from 'react';
import { isHost, isViewer } from '../../core/roles.js';
import type { Participant, ToRooms } from '../../wire.js';
import { findByName } from '../view/findByName.js';
import { Icon } from './Icon.js';
import { IconButton } from './IconButton.js';
import type { IconName } from './Icon.js';
import { useRoom } from './RoomContext.js';

export function PeoplePanel() {
  const { state, view, t } = useRoom();
  const [search, setSearch] = useState('');
  const found = findByName(state.room?.participants ?? [], search);
  return (
    <>
      <div className="search">
        <Icon name="search" />
        <input
          type="search"
          aria-label={t('search')}
          placeholder={t('search')}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      </div>
      {found.length === 0 && (
        <p className="panel-empty" role="status">
          <Icon name="search" />
          {t('nobodyFound')}
        </p>
      )}
      <ul className="people">
        {found.map((person) => (
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
  const fact = (icon: IconName, label: string, isOff = false) => (
    <span className="person-fact" role="img" aria-label={label} title={label}>
      <Icon name={icon} off={isOff} />
    </span>
  );
  return (
    <li>
      <span className="person-name">
        {person.displayName || t('guest')}
        {isSelf && ` (${t('you')})`}
      </span>
      <span className="person-facts">
        {isHost(role) && <Icon name="host" />}
        {isViewer(role) && <Icon name="eye" />}
        {isHost(role) ? t('host') : isViewer(role) ? t('viewer') : t('guest')}
        {!person.microphone && fact('microphone', t('microphoneOff'), true)}
        {!person.camera && fact('camera', t('cameraOff'), true)}
        {person.handRaised && fact('hand', t('raiseHand'))}
      </span>
      {view.host && <HostActions person={person} isSelf={isSelf} />}
    </li>
  );
}

/** In columns: one action has the same place for everyone. */
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
      data-action={message.type}
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
