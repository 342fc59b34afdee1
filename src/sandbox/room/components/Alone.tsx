import { useState } from 'react';
import { useRoom } from './RoomContext.js';

/** For somebody alone in the room: how to invite others. */
export function Alone() {
  const { t, tone } = useRoom();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      // Without query: it holds the role's key and this participant's parameters.
      await navigator.clipboard.writeText(location.origin + location.pathname);
      setCopied(true);
    } catch {
      // The frame may not write to the clipboard; the address is there to be read.
    }
  };
  return (
    <section className="alone" data-tool="emptyRoomInvitation">
      <h2>{tone('alone')}</h2>
      <p>{t('invite')}</p>
      <code>{location.host + location.pathname}</code>
      <button type="button" className="button" onClick={() => void copy()}>
        {t(copied ? 'copied' : 'copyLink')}
      </button>
    </section>
  );
}
