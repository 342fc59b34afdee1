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
  /** The participant themselves, before joining. */
  readonly preview?: boolean;
}

/** One person: picture, name, and a few facts at a glance. */
export function Tile({ person, speaking = false, small = false, preview = false }: TileProps) {
  const { state, view, t } = useRoom();
  const isSelf = preview || person.participantId === state.selfId;
  const isNamed = !small || view.subgridLabels;
  const isLowData = isSelf && state.lowData;
  return (
    <article
      className="tile"
      data-self={isSelf || undefined}
      data-speaking={speaking || undefined}
      data-small={small || undefined}
      data-participant={person.participantId}
      aria-label={person.displayName || t('guest')}
      title={isNamed ? undefined : person.displayName || t('guest')}
    >
      {person.camera ? <Picture person={person} isSelf={isSelf} /> : <Initials person={person} />}
      <div className="tile-badges">
        {person.handRaised && (
          <span className="chip" title={t('raiseHand')}>
            <Icon name="hand" />
          </span>
        )}
        {/* Of others, one sees the effect itself. */}
        {isSelf && person.cameraEffect && !small && (
          <span className="chip chip-text">{t(getEffectLabel(person.cameraEffect))}</span>
        )}
        {isLowData && <span className="chip chip-text">{t('lowData')}</span>}
        {person.group !== null && <span className="chip chip-text">{person.group}</span>}
      </div>
      {isNamed && (
        <div className="tile-name">
          {isHost(person.role) && <Icon name="host" />}
          <span className="tile-who">
            {person.displayName || t('guest')}
            {isSelf && ` (${t('you')})`}
          </span>
          {!person.microphone && <Icon name="microphone" off />}
        </div>
      )}
      <Reactions of={person.participantId} />
    </article>
  );
}

/** The camera's picture of the participant themselves, or a drawn person. */
function Picture({ person, isSelf }: { readonly person: Participant; readonly isSelf: boolean }) {
  const { devices, state } = useRoom();
  const video = useRef<HTMLVideoElement>(null);
  const stream = useSyncExternalStore(devices.subscribe, devices.stream);
  const hasVideo = isSelf && stream !== null && stream.getVideoTracks().length > 0;
  useEffect(() => {
    if (video.current && hasVideo) video.current.srcObject = stream;
  }, [hasVideo, stream]);
  if (!hasVideo) return <DrawnPerson name={person.displayName} effect={person.cameraEffect} />;
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
