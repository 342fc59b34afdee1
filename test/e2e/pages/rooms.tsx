import { Activity, StrictMode, useInsertionEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { RoomsProvider, useCreateMeeting, useRoomUrl, WherebyEmbed } from 'react-whereby-embed';
import type { CreateInput, RoomUrl, UseRoomUrlOptions } from 'react-whereby-embed';
import { SWRConfig } from 'swr';
import type { Cache } from 'swr';

declare global {
  interface Window {
    /** What the hook returns, functions left out. */
    room: RoomUrl | undefined;
    /** Shows a room; null unmounts it. */
    showRoom(options: UseRoomUrlOptions | null, mode?: 'visible' | 'hidden'): void;
    /** Creates a meeting with a signal that has aborted already, and returns the reason. */
    createAborted(input: CreateInput): Promise<unknown>;
  }
}

/** The recipe of SWR's documentation: https://swr.vercel.app/docs/advanced/cache#localstorage-based-persistent-cache */
function createStoredCache(): Cache {
  const map = new Map<string, never>(JSON.parse(localStorage.getItem('app-cache') ?? '[]') as [string, never][]);
  addEventListener('pagehide', () => localStorage.setItem('app-cache', JSON.stringify([...map.entries()])));
  return map;
}

function Room({ options }: { options: UseRoomUrlOptions }) {
  const room = useRoomUrl(options);
  useInsertionEffect(() => {
    window.room = room;
  });
  return <WherebyEmbed room={room} />;
}

function Creator() {
  const { create } = useCreateMeeting();
  useInsertionEffect(() => {
    window.createAborted = (input) =>
      create(input, { signal: AbortSignal.abort('closed') }).catch((reason: unknown) => reason);
  }, [create]);
  return null;
}

const root = createRoot(document.body.appendChild(document.createElement('div')));
window.showRoom = (options, mode = 'visible') => {
  // What was shown before is no answer to this.
  window.room = undefined;
  root.render(
    <StrictMode>
      <SWRConfig value={{ provider: createStoredCache }}>
        <RoomsProvider>
          <Creator />
          <Activity mode={mode}>{options && <Room options={options} />}</Activity>
        </RoomsProvider>
      </SWRConfig>
    </StrictMode>,
  );
};
