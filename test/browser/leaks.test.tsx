import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { WherebyEmbed } from 'react-whereby-embed';
import { expect, test, vi } from 'vitest';
import { origin } from './echoRoom.js';

test('a thousand mounts and unmounts leave no listener', () => {
  const root = createRoot(document.body.appendChild(document.createElement('div')));
  const live: Record<string, number> = { message: 0, securitypolicyviolation: 0 };
  for (const target of [window, document] as EventTarget[]) {
    const add = target.addEventListener.bind(target);
    const remove = target.removeEventListener.bind(target);
    const count = (type: string, by: number) => {
      if (type in live) live[type]! += by;
    };
    vi.spyOn(target, 'addEventListener').mockImplementation((type, listener, options) => {
      count(type, 1);
      add(type, listener, options);
    });
    vi.spyOn(target, 'removeEventListener').mockImplementation((type, listener, options) => {
      count(type, -1);
      remove(type, listener, options);
    });
  }
  flushSync(() => root.render(<WherebyEmbed room={`${origin}/echo/cycle`} />));
  expect(live).toEqual({ message: 1, securitypolicyviolation: 1 });
  flushSync(() => root.render(null));
  for (let round = 0; round < 1000; round++) {
    flushSync(() => root.render(<WherebyEmbed room={`${origin}/echo/cycle`} />));
    flushSync(() => root.render(null));
  }
  expect(live).toEqual({ message: 0, securitypolicyviolation: 0 });
  expect(document.querySelectorAll('iframe')).toHaveLength(0);
});
