import { StrictMode, useState } from 'react';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter, Link, Route, Routes, useNavigate } from 'react-router';
import { MeetingOutlet, MeetingProvider, useMeeting } from 'react-whereby-embed';
import type { MeetingProviderProps } from 'react-whereby-embed';

/** An app whose call goes on from page to page. The address says how it is set up. */
const query = new URLSearchParams(location.search);
const options = JSON.parse(query.get('options') ?? '{}') as Partial<MeetingProviderProps>;
const room = 'https://acme.whereby.com/demo?roomKey=secret';

if (query.has('noMove')) Reflect.deleteProperty(Element.prototype, 'moveBefore');
document.documentElement.dir = query.get('dir') ?? 'ltr';

declare global {
  interface Window {
    exits: string[];
  }
}
window.exits = [];

function Status() {
  const [phase, count] = useMeeting(({ phase: now, participantCount }) => [now, participantCount] as const);
  return (
    <p>
      <output>{phase}</output> <span>{count}</span>
    </p>
  );
}

const Call = () => (
  <main>
    <h1>Call</h1>
    <div className="scroller" style={{ height: 500, overflow: 'auto', border: '1px solid' }}>
      <div style={{ height: 100 }}>
        <button id="before">before</button>
      </div>
      <div className="zoomer" style={{ height: 350 }}>
        <MeetingOutlet displayName="Ada" data-testid="outlet" />
      </div>
      <div style={{ height: 900 }}>after</div>
    </div>
  </main>
);
const Home = () => (
  <main>
    <h1>Home</h1>
    <button id="under" style={{ position: 'fixed', bottom: 0, left: 0, width: '100vw', height: '60vh', zIndex: -1 }}>
      under
    </button>
    <dialog>
      <p>In a dialog</p>
      <div style={{ width: 400, height: 300 }} />
    </dialog>
  </main>
);
const CallInDialog = () => (
  <dialog ref={(dialog) => dialog?.showModal()} style={{ width: 500 }}>
    <h1>Dialog</h1>
    <div style={{ height: 300 }}>
      <MeetingOutlet displayName="Ada" />
    </div>
  </dialog>
);

const pages: Record<string, ReactNode> = {
  '/': <Home />,
  '/call': <Call />,
  '/dialog': <CallInDialog />,
  '/other': <h1>Other</h1>,
};

const Provider = (props: MeetingProviderProps) => (
  <MeetingProvider persist room={room} onExit={({ reason }) => window.exits.push(reason)} {...options} {...props} />
);

function RouterApp() {
  const navigate = useNavigate();
  return (
    <Provider onReturn={(to) => void navigate(to)}>
      <nav>
        {Object.keys(pages).map((path) => (
          <Link key={path} to={path}>
            go {path}
          </Link>
        ))}
      </nav>
      <Status />
      <Routes>
        {Object.entries(pages).map(([path, page]) => (
          <Route key={path} path={path} element={page} />
        ))}
      </Routes>
    </Provider>
  );
}

function StateApp() {
  const [path, go] = useState('/');
  return (
    <Provider onReturn={() => go('/call')}>
      <nav>
        {Object.keys(pages).map((to) => (
          <button key={to} onClick={() => go(to)}>
            go {to}
          </button>
        ))}
      </nav>
      <Status />
      {pages[path]}
    </Provider>
  );
}

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    {query.has('state') ? (
      <StateApp />
    ) : (
      <BrowserRouter>
        <RouterApp />
      </BrowserRouter>
    )}
  </StrictMode>,
);
