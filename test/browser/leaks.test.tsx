import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { WherebyEmbed } from 'react-whereby-embed';
import { expect, test, vi } from 'vitest';
import { origin } from './echoRoom.js';

test('a thousand mounts and unmounts leave no listener', () => {
  const root = createRoot(document.body.appendChild(document.createElement('div')));
  let live = 0;
  const add = window.addEventListener.bind(window);
  vi.spyOn(window, 'addEventListener').mockImplementation((type: string, listener: unknown, options?: unknown) => {
    const { signal } = (options ?? {}) as AddEventListenerOptions;
    if (type === 'message') {
      live += 1;
      signal?.addEventListener('abort', () => (live -= 1));
    }
    add(type, listener as EventListener, options as AddEventListenerOptions);
  });
  for (let round = 0; round < 1000; round++) {
    flushSync(() => root.render(<WherebyEmbed room={`${origin}/echo/cycle`} />));
    flushSync(() => root.render(null));
  }
  expect(live).toBe(0);
  expect(document.querySelectorAll('iframe')).toHaveLength(0);
}, 120_000);
