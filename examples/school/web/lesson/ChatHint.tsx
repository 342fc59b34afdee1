import { useState } from 'react';
import { useMeeting } from 'react-whereby-embed';
import { Icon } from '../parts/Icon.js';
import { useTexts } from '../texts/useTexts.js';

const key = 'chat hint seen';

/** Says once that there is a chat. Gone for good when the chat has been opened, or the hint closed. */
export function ChatHint() {
  const { call } = useTexts();
  const [phase, chat] = useMeeting((meeting) => [meeting.phase, meeting.chat] as const);
  const [isSeen, setSeen] = useState(() => localStorage.getItem(key) !== null);
  const close = () => {
    localStorage.setItem(key, 'yes');
    setSeen(true);
  };
  if (chat && !isSeen) close();
  if (isSeen || phase !== 'joined') return null;
  return (
    <div className="chat-hint">
      <Icon name="chat" />
      <p>{call.chatHint}</p>
      <button type="button" className="button" onClick={close}>
        {call.gotIt}
      </button>
    </div>
  );
}
