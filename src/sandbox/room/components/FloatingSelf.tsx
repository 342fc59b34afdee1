import { useEffect, useState } from 'react';
import type { Participant } from '../../wire.js';
import { useRoom } from './RoomContext.js';
import { Tile } from './Tile.js';

/** How long one's own picture stays after the pointer has moved. */
const IDLE_MS = 3_000;

/** Whether nobody has moved the pointer or pressed a key for a while. Always false if it is disabled. */
function useIdle(isEnabled: boolean): boolean {
  const [isIdle, setIsIdle] = useState(false);
  useEffect(() => {
    if (!isEnabled) return undefined;
    let timer = setTimeout(() => setIsIdle(true), IDLE_MS);
    const wake = () => {
      setIsIdle(false);
      clearTimeout(timer);
      timer = setTimeout(() => setIsIdle(true), IDLE_MS);
    };
    addEventListener('pointermove', wake);
    addEventListener('keydown', wake);
    return () => {
      clearTimeout(timer);
      removeEventListener('pointermove', wake);
      removeEventListener('keydown', wake);
    };
  }, [isEnabled]);
  return isIdle;
}

/** One's own picture above the others (`floatSelf`). */
export function FloatingSelf({ person }: { readonly person: Participant }) {
  const { view } = useRoom();
  const isIdle = useIdle(view.autoHideSelf);
  return (
    <div className="float-self" data-auto-hide={view.autoHideSelf || undefined} data-hidden={isIdle || undefined}>
      <Tile person={person} />
    </div>
  );
}
