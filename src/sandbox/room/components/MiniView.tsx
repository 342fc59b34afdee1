import { useEffect, useRef, useState } from 'react';
import type { Participant } from '../../wire.js';
import { openPictureInPicture } from '../media/openPictureInPicture.js';
import { useRoom } from './RoomContext.js';
import { getInitials } from './getInitials.js';
import { Tile } from './Tile.js';

/** One person above everything: in the browser's picture in picture, or in a corner of the page where there is none. */
export function MiniView({ person }: { readonly person: Participant }) {
  const { session, t } = useRoom();
  const [isOutside, setIsOutside] = useState(false);
  const latest = useRef(person);
  useEffect(() => {
    latest.current = person;
  }, [person]);
  useEffect(() => {
    let wanted = true;
    let close: (() => void) | undefined;
    const shown = () => ({ name: latest.current.displayName, initials: getInitials(latest.current.displayName) });
    openPictureInPicture(shown, () => wanted && session.actions.setPip(false)).then(
      (opened) => {
        close = opened;
        if (wanted) setIsOutside(true);
        else close();
      },
      () => undefined,
    );
    return () => {
      wanted = false;
      close?.();
    };
  }, [session]);
  return isOutside ? null : (
    <aside className="mini-view" aria-label={t('pip')}>
      <Tile person={person} small />
    </aside>
  );
}
