import { useEffect, useRef, useState } from 'react';
import type { Participant } from '../../wire.js';
import { openPictureInPicture } from '../media/openPictureInPicture.js';
import { useRoom } from './RoomContext.js';
import { getInitials } from './getInitials.js';
import { Tile } from './Tile.js';

/** One person above everything else: in the browser's picture-in-picture window, or in a corner of the page if it has none. */
export function MiniView({ person }: { readonly person: Participant }) {
  const { session, t } = useRoom();
  const [isInWindow, setIsInWindow] = useState(false);
  const latest = useRef(person);
  useEffect(() => {
    latest.current = person;
  }, [person]);
  useEffect(() => {
    let isWanted = true;
    let close: (() => void) | undefined;
    const getPerson = () => ({ name: latest.current.displayName, initials: getInitials(latest.current.displayName) });
    openPictureInPicture(getPerson, () => isWanted && session.actions.setPip(false)).then(
      (opened) => {
        close = opened;
        if (isWanted) setIsInWindow(true);
        else close();
      },
      // Not available here: the corner of the page is shown.
      () => undefined,
    );
    return () => {
      isWanted = false;
      close?.();
    };
  }, [session]);
  return isInWindow ? null : (
    <aside className="mini-view" aria-label={t('pip')}>
      <Tile person={person} small />
    </aside>
  );
}
