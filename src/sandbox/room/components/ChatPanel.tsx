import { useEffect, useRef, useState } from 'react';
import { useRoom } from './RoomContext.js';
import { Icon } from './Icon.js';

export function ChatPanel() {
  const { state, session, view, t, tone } = useRoom();
  const [text, setText] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const chat = state.room?.chat ?? [];
  useEffect(() => {
    if (list.current) list.current.scrollTop = list.current.scrollHeight;
  }, [chat.length]);

  const download = () => {
    const lines = chat.map(({ at, displayName, text: said }) => `${at} ${displayName}: ${said}`).join('\n');
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([lines], { type: 'text/plain' }));
    link.download = 'chat.txt';
    link.click();
    URL.revokeObjectURL(link.href);
  };

  return (
    <>
      {chat.length === 0 ? (
        <p className="panel-empty">{tone('noMessages')}</p>
      ) : (
        <ol className="messages" ref={list} aria-live="polite" tabIndex={0} aria-label={t('chat')}>
          {chat.map(({ id, participantId, displayName, text: said, at }) => (
            <li key={id} data-own={participantId === state.selfId || undefined}>
              <span className="message-who">
                {displayName || t('guest')}{' '}
                <time dateTime={at}>
                  {new Date(at).toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' })}
                </time>
              </span>
              <span className="message-text" dir="auto">
                {said}
              </span>
            </li>
          ))}
        </ol>
      )}
      {view.chatDownload && (
        <button type="button" className="link" data-tool="chatDownload" onClick={download}>
          {t('download')}
        </button>
      )}
      <form
        className="chat-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!text.trim()) return;
          session.actions.ask({ type: 'say', text });
          setText('');
        }}
      >
        <input
          aria-label={t('message')}
          placeholder={t('message')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <button type="submit" className="icon-button primary" aria-label={t('send')}>
          <Icon name="send" />
        </button>
      </form>
    </>
  );
}
