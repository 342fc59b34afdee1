import { useRef } from 'react';
import type { Participant } from '../../wire.js';
import { countTiles } from '../view/fitTiles.js';
import { Alone } from './Alone.js';
import { FloatingSelf } from './FloatingSelf.js';
import { MiniView } from './MiniView.js';
import { useRoom } from './RoomContext.js';
import { SharedScreen } from './SharedScreen.js';
import { SmallTiles } from './SmallTiles.js';
import { TILE_GAP, TileGrid } from './TileGrid.js';
import { useContentSize } from './useContentSize.js';
import { useSpeaker } from './useSpeaker.js';

/** The people: a grid, a spotlight or a shared screen, with small tiles below. */
export function Stage() {
  const { state, view } = useRoom();
  const { room, selfId, self } = state;
  const stage = useRef<HTMLElement>(null);
  const area = useContentSize(stage);
  const inGroup = (room?.participants ?? []).filter(
    ({ group, participantId }) => participantId === selfId || group === self.group,
  );
  const me = inGroup.find(({ participantId }) => participantId === selfId);
  const isFloating = view.floatSelf && me !== undefined;
  const shown = isFloating ? inGroup.filter((person) => person !== me) : inGroup;
  const spotlit = shown.find(({ participantId }) => participantId === room?.spotlight);
  const sharing = inGroup.find(({ screenshare }) => screenshare);
  const speaker = useSpeaker(inGroup);
  const { large, small } =
    sharing || spotlit
      ? { large: spotlit ? [spotlit] : [], small: shown.filter((person) => person !== spotlit) }
      : layOut(shown, area ? countTiles(area, TILE_GAP) : shown.length);
  const isSpeaking = (person: Participant) => view.highlightSpeaker && person.participantId === speaker;
  const inMiniView = inGroup.find(isSpeaking) ?? me;
  const isInviting = inGroup.length === 1 && view.invitation;

  return (
    <main
      className="stage"
      ref={stage}
      data-count={large.length}
      data-spotlight={spotlit ? 'on' : undefined}
      data-sharing={sharing ? 'on' : undefined}
      data-inviting={isInviting || undefined}
    >
      {sharing && <SharedScreen by={sharing.displayName} />}
      {isInviting && <Alone />}
      {large.length > 0 && <TileGrid people={large} isSpeaking={isSpeaking} />}
      {small.length > 0 && <SmallTiles people={small} isSpeaking={isSpeaking} />}
      {isFloating && <FloatingSelf person={me} />}
      {state.pip && inMiniView && <MiniView person={inMiniView} />}
    </main>
  );
}

interface Layout {
  readonly large: readonly Participant[];
  readonly small: readonly Participant[];
}

/** Everyone is in the grid while there is room; after that those without a camera are the first to be small. */
function layOut(people: readonly Participant[], roomFor: number): Layout {
  if (people.length <= roomFor) return { large: people, small: [] };
  const large = people.toSorted((one, other) => Number(other.camera) - Number(one.camera)).slice(0, roomFor);
  return { large, small: people.filter((person) => !large.includes(person)) };
}
