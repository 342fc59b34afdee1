import { useRef } from 'react';
import type { CSSProperties } from 'react';
import type { Participant } from '../../wire.js';
import { fitTiles } from '../view/fitTiles.js';
import { Tile } from './Tile.js';
import { useContentSize } from './useContentSize.js';

/** Between tiles, in pixels: `--space-8`. */
export const TILE_GAP = 8;

interface TileGridProps {
  readonly people: readonly Participant[];
  readonly isSpeaking: (person: Participant) => boolean;
}

/** People in tiles of one size, as large as the space allows. */
export function TileGrid({ people, isSpeaking }: TileGridProps) {
  const grid = useRef<HTMLDivElement>(null);
  const area = useContentSize(grid);
  const tile = area && fitTiles(area, people.length, TILE_GAP);
  const style: CSSProperties & Record<`--${string}`, string> = tile
    ? { '--tile-width': `${tile.width}px`, '--tile-height': `${tile.height}px` }
    : {};
  return (
    <div className="grid" ref={grid} data-count={people.length} style={style}>
      {people.map((person) => (
        <Tile key={person.participantId} person={person} speaking={isSpeaking(person)} />
      ))}
    </div>
  );
}
