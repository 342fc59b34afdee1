import { useEffect, useState } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { SurroundedMeeting } from './support/SurroundedMeeting.js';
import type { Surroundings } from './support/SurroundedMeeting.js';

declare global {
  interface Window {
    /** Renders the page again with other surroundings. */
    surround(change: Surroundings): void;
  }
}

const query = new URLSearchParams(location.search);
if (query.has('noMove')) Reflect.deleteProperty(Element.prototype, 'moveBefore');

/** A page around a meeting that changes while the meeting is there. */
function App({ initial }: { readonly initial: Surroundings }) {
  const [surroundings, change] = useState(initial);
  useEffect(() => {
    window.surround = (next) => change((now) => ({ ...now, ...next }));
  }, []);
  return <SurroundedMeeting {...surroundings} />;
}

const rendered = document.querySelector<HTMLElement>('[data-surroundings]');
if (rendered) {
  hydrateRoot(rendered, <App initial={JSON.parse(rendered.dataset['surroundings']!) as Surroundings} />);
} else {
  let page = document;
  if (query.has('frame')) {
    // Another window of the app, whose classes are not those of its script.
    const frame = document.body.appendChild(document.createElement('iframe'));
    Object.assign(frame, { id: 'window', width: '900', height: '600' });
    page = frame.contentDocument!;
  }
  const host = page.body.appendChild(page.createElement('div'));
  host.id = 'root';
  const root = query.has('shadow') ? host.attachShadow({ mode: 'open' }) : host;
  createRoot(root).render(<App initial={JSON.parse(query.get('surroundings') ?? '{}') as Surroundings} />);
}
