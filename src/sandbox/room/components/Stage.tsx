import { useEffect, useState } from 'react';
import { isMachine } from '../../core/roles.js';
import type { Participant } from '../../wire.js';
import { Alone } from './Alone.js';
import { useRoom } from './RoomContext.js';
import { MiniView } from './MiniView.js';
import { SharedScreen } from './SharedScreen.js';
import { Tile } from './Tile.js';
import { useSpeaker } from './useSpeaker.js';

/** Beyond this many, people move to the small tiles below. */
const IN_GRID = 9;

/** The people: a grid, a spotlight or a shared screen with small tiles below. */
export function Stage() {
  const { state, view, t } = useRoom();
  const { room, selfId, self } = state;
  const everyone = (room?.participants ?? []).filter(
    ({ role, group, participantId }) => !isMachine(role) && (participantId === selfId || group === self.group),
  );
  const me = everyone.find(({ participantId }) => participantId === selfId);
  const floating = view.floatSelf && me !== undefined;
  const shown = everyone.filter((person) => !(floating && person === me));
  const spotlit = shown.find(({ participantId }) => participantId === room?.spotlight);
  const sharing = everyone.find(({ screenshare }) => screenshare);
  const speaker = useSpeaker(everyone);
  const [large, small] = layOut(shown, spotlit, sharing !== undefined);
  const speaks = (person: Participant) => view.highlightSpeaker && person.participantId === speaker;
  const inView = everyone.find((person) => speaks(person)) ?? me;
  const lonely = everyone.length === 1;

  return (
    <main className="stage" data-count={large.length} data-spotlight={spotlit ? 'on' : undefined}>
      {sharing && <SharedScreen by={sharing.displayName} />}
      {lonely && view.invitation && <Alone />}
      {large.length > 0 && (
        <div className="grid" data-count={Math.min(large.length, IN_GRID)}>
          {large.map((person) => (
            <Tile key={person.participantId} person={person} speaking={speaks(person)} />
          ))}
        </div>
      )}
      {small.length > 0 && (
        <div className="subgrid" role="group" aria-label={t('people')} tabIndex={0}>
          {small.map((person) => (
            <Tile key={person.participantId} person={person} speaking={speaks(person)} small />
          ))}
        </div>
      )}
      {floating && <FloatingSelf person={me} />}
      {state.pip && inView && <MiniView person={inView} />}
    </main>
  );
}

function layOut(
  people: readonly Participant[],
  spotlit: Participant | undefined,
  sharing: boolean,
): readonly [large: readonly Participant[], small: readonly Participant[]] {
  if (sharing) return [spotlit ? [spotlit] : [], people.filter((person) => person !== spotlit)];
  if (spotlit) return [[spotlit], people.filter((person) => person !== spotlit)];
  // Who has the camera off needs no large tile once there are several.
  const seen = people.filter(({ camera }) => camera);
  const large = people.length > 3 && seen.length > 0 ? seen.slice(0, IN_GRID) : people.slice(0, IN_GRID);
  return [large, people.filter((person) => !large.includes(person))];
}

/** How long the own picture stays after the pointer has moved. */
const IDLE_MS = 3_000;

function FloatingSelf({ person }: { readonly person: Participant }) {
  const { view } = useRoom();
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    if (!view.autoHideSelf) return undefined;
    let timer = setTimeout(() => setIdle(true), IDLE_MS);
    const wake = () => {
      setIdle(false);
      clearTimeout(timer);
      timer = setTimeout(() => setIdle(true), IDLE_MS);
    };
    addEventListener('pointermove', wake);
    addEventListener('keydown', wake);
    return () => {
      clearTimeout(timer);
      removeEventListener('pointermove', wake);
      removeEventListener('keydown', wake);
    };
  }, [view.autoHideSelf]);
  return (
    <div className="float-self" data-auto-hide={view.autoHideSelf || undefined} data-hidden={idle || undefined}>
      <Tile person={person} />
    </div>
  );
}
