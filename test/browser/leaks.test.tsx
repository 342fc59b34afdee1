import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { WherebyEmbed } from 'react-whereby-embed';
import { expect, test, vi } from 'vitest';
import { origin } from './echoRoom.js';

test('a thousand mounts and unmounts leave no listener and no timer', async () => {
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
  const timers = new Set<number>();
  const { setTimeout: start, clearTimeout: stop } = window;
  vi.spyOn(window, 'setTimeout').mockImplementation(((...args: Parameters<typeof start>) => {
    const timer = start(...args) as unknown as number;
    timers.add(timer);
    return timer;
  }) as typeof start);
  vi.spyOn(window, 'clearTimeout').mockImplementation((timer) => {
    timers.delete(timer as unknown as number);
    stop(timer);
  });

  flushSync(() => root.render(<WherebyEmbed room={`${origin}/echo/cycle`} />));
  expect(timers.size).toBeGreaterThan(0);
  expect(live).toEqual({ message: 1, securitypolicyviolation: 1 });
  flushSync(() => root.render(null));
  for (let round = 0; round < 1000; round++) {
    flushSync(() => root.render(<WherebyEmbed room={`${origin}/echo/cycle`} />));
    flushSync(() => root.render(null));
  }
  expect(live).toEqual({ message: 0, securitypolicyviolation: 0 });
  await Promise.resolve();
  expect(timers.size).toBe(0);
  expect(document.querySelectorAll('iframe')).toHaveLength(0);
});
