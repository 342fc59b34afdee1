// PhoneLayout.tsx
import { useSyncExternalStore } from 'react';
import { WherebyEmbed } from 'react-whereby-embed';

const query = '(max-width: 640px)';
const subscribe = (listener: () => void) => {
  const list = window.matchMedia(query);
  list.addEventListener('change', listener);
  return () => list.removeEventListener('change', listener);
};

/** Fewer buttons, without text, on narrow screens. Turning the phone during a call does not reload it. */
export function PhoneLayout({ room }: { room: string }) {
  const isNarrow = useSyncExternalStore(
    subscribe,
    () => window.matchMedia(query).matches,
    () => false,
  );
  return (
    <main style={{ boxSizing: 'border-box', height: '100dvh', paddingBottom: 'env(safe-area-inset-bottom)' }}>
      <WherebyEmbed room={room} toolbarText={!isNarrow} logo={!isNarrow} screenshare={!isNarrow} />
    </main>
  );
}
