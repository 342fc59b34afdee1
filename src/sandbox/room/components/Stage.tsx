import type { Participant } from '../../wire.js';
import { Alone } from './Alone.js';
import { FloatingSelf } from './FloatingSelf.js';
import { MiniView } from './MiniView.js';
import { useRoom } from './RoomContext.js';
import { SharedScreen } from './SharedScreen.js';
import { Tile } from './Tile.js';
import { useSpeaker } from './useSpeaker.js';

/** With more people than this, the rest move to the small tiles below. */
const IN_GRID = 9;

/** The people: a grid, a spotlight or a shared screen, with small tiles below. */
export function Stage() {
  const { state, view, t } = useRoom();
  const { room, selfId, self } = state;
  const inGroup = (room?.participants ?? []).filter(
    ({ group, participantId }) => participantId === selfId || group === self.group,
  );
  const me = inGroup.find(({ participantId }) => participantId === selfId);
  const isFloating = view.floatSelf && me !== undefined;
  const shown = isFloating ? inGroup.filter((person) => person !== me) : inGroup;
  const spotlit = shown.find(({ participantId }) => participantId === room?.spotlight);
  const sharing = inGroup.find(({ screenshare }) => screenshare);
  const speaker = useSpeaker(inGroup);
  const { large, small } = layOut(shown, spotlit, sharing !== undefined);
  const isSpeaking = (person: Participant) => view.highlightSpeaker && person.participantId === speaker;
  const inMiniView = inGroup.find(isSpeaking) ?? me;
  const isAlone = inGroup.length === 1;

  return (
    <main className="stage" data-count={large.length} data-spotlight={spotlit ? 'on' : undefined}>
      {sharing && <SharedScreen by={sharing.displayName} />}
      {isAlone && view.invitation && <Alone />}
      {large.length > 0 && (
        <div className="grid" data-count={Math.min(large.length, IN_GRID)}>
          {large.map((person) => (
            <Tile key={person.participantId} person={person} speaking={isSpeaking(person)} />
          ))}
        </div>
      )}
      {small.length > 0 && (
        <div className="subgrid" role="group" aria-label={t('people')} tabIndex={0}>
          {small.map((person) => (
            <Tile key={person.participantId} person={person} speaking={isSpeaking(person)} small />
          ))}
        </div>
      )}
      {isFloating && <FloatingSelf person={me} />}
      {state.pip && inMiniView && <MiniView person={inMiniView} />}
    </main>
  );
}

interface Layout {
  readonly large: readonly Participant[];
  readonly small: readonly Participant[];
}

function layOut(people: readonly Participant[], spotlit: Participant | undefined, isSharing: boolean): Layout {
  if (isSharing || spotlit)
    return { large: spotlit ? [spotlit] : [], small: people.filter((person) => person !== spotlit) };
  // Among several people, those without a camera need no large tile.
  const visible = people.filter(({ camera }) => camera);
  const candidates = people.length > 3 && visible.length > 0 ? visible : people;
  const large = candidates.slice(0, IN_GRID);
  return { large, small: people.filter((person) => !large.includes(person)) };
}
