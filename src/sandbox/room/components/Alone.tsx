import { useState } from 'react';
import { Button } from './Button.js';
import { useRoom } from './RoomContext.js';

/** For someone who is alone in the room: how to invite others. */
export function Alone() {
  const { t, tone } = useRoom();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      // Without the query: that has the key of a role and this participant's parameters.
      await navigator.clipboard.writeText(location.origin + location.pathname);
      setCopied(true);
    } catch {
      // The frame may not write to the clipboard. The URL is shown beside the button.
    }
  };
  return (
    <section className="alone" data-tool="emptyRoomInvitation">
      <h2>{tone('alone')}</h2>
      <p>{t('invite')}</p>
      <code>{location.host + location.pathname}</code>
      <Button onClick={() => void copy()}>{t(copied ? 'copied' : 'copyLink')}</Button>
    </section>
  );
}
