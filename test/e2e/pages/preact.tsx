import { StrictMode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { MeetingOutlet, MeetingProvider, WherebyEmbed, useMeeting } from 'react-whereby-embed';
import type { WherebyEmbedHandle, WherebyEmbedProps } from 'react-whereby-embed';

interface Page {
  readonly view: 'plain' | 'persist';
  readonly isShown: boolean;
  readonly more?: Partial<WherebyEmbedProps>;
}

declare global {
  interface Window {
    /** Names of the handlers that were called, in order. */
    calls: string[];
    embed: WherebyEmbedHandle | null;
    showApp(page: Partial<Page>): void;
    unmount(): void;
  }
}

window.calls = [];

const handlers = {
  onReady: () => window.calls.push('onReady'),
  onJoin: () => window.calls.push('onJoin'),
  onExit: ({ reason }: { reason: string }) => window.calls.push(`onExit ${reason}`),
  onError: ({ code }: { code: string }) => window.calls.push(`onError ${code}`),
  room: 'https://acme.whereby.com/preact',
} satisfies WherebyEmbedProps;

const Phase = () => <output>{useMeeting(({ phase }) => phase)}</output>;

function App() {
  const [{ view, isShown, more }, setPage] = useState<Page>({ view: 'plain', isShown: false });
  useEffect(() => {
    window.showApp = (page) => setPage((before) => ({ ...before, ...page }));
  }, []);
  if (view === 'plain')
    return (
      isShown && (
        <WherebyEmbed
          {...handlers}
          {...more}
          loading={<p>loading</p>}
          fallback={({ code }) => <p>fallback {code}</p>}
          ref={(handle) => {
            window.embed = handle;
          }}
        />
      )
    );
  return (
    <MeetingProvider persist>
      <Phase />
      {isShown && <MeetingOutlet {...handlers} />}
    </MeetingProvider>
  );
}

const root = createRoot(document.body.appendChild(document.createElement('div')));
window.unmount = () => root.unmount();
root.render(
  <StrictMode>
    <App />
  </StrictMode>,
);
