import type { ChatMessage } from '../../wire.js';
import { useRoom } from './RoomContext.js';

function download(chat: readonly ChatMessage[]): void {
  const lines = chat.map(({ at, displayName, text }) => `${at} ${displayName}: ${text}`).join('\n');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([lines], { type: 'text/plain' }));
  link.download = 'chat.txt';
  link.click();
  URL.revokeObjectURL(link.href);
}

/** As soon as there is something to download. */
export function ChatDownload() {
  const { state, view, t } = useRoom();
  const chat = state.room?.chat ?? [];
  if (!view.chatDownload || chat.length === 0) return null;
  return (
    <button type="button" className="link" data-tool="chatDownload" onClick={() => download(chat)}>
      {t('download')}
    </button>
  );
}
