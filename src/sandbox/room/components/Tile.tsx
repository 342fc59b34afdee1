import { useEffect, useRef, useSyncExternalStore } from 'react';
import { isHost } from '../../core/roles.js';
import type { Participant } from '../../wire.js';
import { useRoom } from './RoomContext.js';
import { DrawnPerson } from './DrawnPerson.js';
import { getEffectLabel } from './getEffectLabel.js';
import { Icon } from './Icon.js';
import { getInitials } from './getInitials.js';

interface TileProps {
  readonly person: Participant;
  readonly speaking?: boolean;
  /** A small tile below the grid. */
  readonly small?: boolean;
  /** Oneself, before joining. */
  readonly preview?: boolean;
}

/** One person: their picture, their name, and what there is to know about them at a glance. */
export function Tile({ person, speaking = false, small = false, preview = false }: TileProps) {
  const { state, view, t } = useRoom();
  const self = preview || person.participantId === state.selfId;
  const named = !small || view.subgridLabels;
  const lowData = self && state.lowData;
  return (
    <article
      className="tile"
      data-self={self || undefined}
      data-speaking={speaking || undefined}
      data-small={small || undefined}
      data-participant={person.participantId}
      aria-label={person.displayName || t('guest')}
    >
      {person.camera ? <Picture person={person} self={self} /> : <Initials person={person} />}
      <div className="tile-badges">
        {person.handRaised && (
          <span className="chip" title={t('raiseHand')}>
            <Icon name="hand" />
          </span>
        )}
        {person.cameraEffect && !small && <span className="chip">{t(getEffectLabel(person.cameraEffect))}</span>}
        {lowData && <span className="chip">{t('lowData')}</span>}
        {person.group !== null && <span className="chip">{person.group}</span>}
      </div>
      {named && (
        <div className="tile-name">
          {isHost(person.role) && <Icon name="host" />}
          <span className="tile-who">
            {person.displayName || t('guest')}
            {self && ` (${t('you')})`}
          </span>
          {!person.microphone && <Icon name="microphone" off />}
        </div>
      )}
      <Reactions of={person.participantId} />
    </article>
  );
}

function Picture({ person, self }: { readonly person: Participant; readonly self: boolean }) {
  const { devices, state } = useRoom();
  const video = useRef<HTMLVideoElement>(null);
  const stream = useSyncExternalStore(devices.subscribe, devices.stream);
  const real = self && stream !== null && stream.getVideoTracks().length > 0;
  useEffect(() => {
    if (video.current && real) video.current.srcObject = stream;
  }, [real, stream]);
  if (!real) return <DrawnPerson name={person.displayName} effect={person.cameraEffect} />;
  return (
    <video
      ref={video}
      className="tile-video"
      data-effect={person.cameraEffect ?? undefined}
      data-low={state.lowData || undefined}
      autoPlay
      muted
      playsInline
      aria-hidden="true"
    />
  );
}

function Initials({ person }: { readonly person: Participant }) {
  const initials = getInitials(person.displayName);
  return (
    <div className="tile-empty" aria-hidden="true">
      <span className="initials">
        {person.avatarUrl ? <img src={person.avatarUrl} alt="" /> : initials || <Icon name="people" />}
      </span>
    </div>
  );
}

function Reactions({ of }: { readonly of: string }) {
  const { state } = useRoom();
  return (
    <div className="reactions" aria-live="polite">
      {state.reactions
        .filter(({ participantId }) => participantId === of)
        .map(({ id, emoji }) => (
          <span key={id} className="reaction">
            {emoji}
          </span>
        ))}
    </div>
  );
}
