import { useEffect, useRef, useState } from 'react';
import type { ChatMessage } from '../../wire.js';
import { Icon } from './Icon.js';
import { IconButton } from './IconButton.js';
import { useRoom } from './RoomContext.js';

export function ChatPanel() {
  const { state, t, tone } = useRoom();
  const list = useRef<HTMLOListElement>(null);
  const chat = state.room?.chat ?? [];
  useEffect(() => {
    if (list.current) list.current.scrollTop = list.current.scrollHeight;
  }, [chat.length]);
  return (
    <>
      {chat.length === 0 ? (
        <p className="panel-empty">
          <Icon name="chat" />
          {tone('noMessages')}
        </p>
      ) : (
        <ol className="messages" ref={list} aria-live="polite" tabIndex={0} aria-label={t('chat')}>
          {chat.map((message) => (
            <Message key={message.id} message={message} />
          ))}
        </ol>
      )}
      <MessageForm />
    </>
  );
}

function Message({ message }: { readonly message: ChatMessage }) {
  const { state, t } = useRoom();
  const { participantId, displayName, text, at } = message;
  return (
    <li data-own={participantId === state.selfId || undefined}>
      <span className="message-who">
        {displayName || t('guest')}{' '}
        <time dateTime={at}>{new Date(at).toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' })}</time>
      </span>
      <span className="message-text" dir="auto">
        {text}
      </span>
    </li>
  );
}

function MessageForm() {
  const { session, t } = useRoom();
  const [text, setText] = useState('');
  return (
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
        data-first
        aria-label={t('message')}
        placeholder={t('message')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <IconButton type="submit" primary icon="send" label={t('send')} />
    </form>
  );
}
