import { useRef } from 'react';
import type { Participant } from '../../wire.js';
import { useRoom } from './RoomContext.js';
import { Tile } from './Tile.js';
import { useTilesBeyondEnd } from './useTilesBeyondEnd.js';

interface SmallTilesProps {
  readonly people: readonly Participant[];
  readonly isSpeaking: (person: Participant) => boolean;
}

/** Those who have no place in the grid: a row that scrolls, and says how many are beyond its end. */
export function SmallTiles({ people, isSpeaking }: SmallTilesProps) {
  const { t } = useRoom();
  const row = useRef<HTMLDivElement>(null);
  const beyond = useTilesBeyondEnd(row, people.length);
  return (
    <div className="subgrid" ref={row} role="group" aria-label={t('people')} tabIndex={0}>
      {people.map((person) => (
        <Tile key={person.participantId} person={person} speaking={isSpeaking(person)} small />
      ))}
      {beyond > 0 && (
        <span className="subgrid-more" aria-hidden="true">
          +{beyond}
        </span>
      )}
    </div>
  );
}
