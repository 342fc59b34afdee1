import '@whereby.com/browser-sdk/embed';
import { StrictMode, createElement, useInsertionEffect } from 'react';
import type { ReactElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { WherebyEmbed, buildRoomUrl } from 'react-whereby-embed';
import type { RoomParams } from 'react-whereby-embed';

const twenty: RoomParams = {
  displayName: 'Ada Lovelace',
  metadata: 'customer=42&plan=gold',
  externalId: 'user-42',
  audio: 'off',
  video: 'off',
  chat: 'on',
  people: 'off',
  screenshare: 'on',
  leaveButton: 'on',
  logo: 'off',
  locking: 'off',
  participantCount: 'off',
  settingsButton: 'off',
  pipButton: 'off',
  moreButton: 'off',
  personality: 'off',
  background: 'off',
  lang: 'de',
  timer: 'on',
  precallReview: 'on',
};

const attributes = Object.fromEntries(
  Object.entries(twenty).map(([name, value]) => [name.toLowerCase(), String(value)]),
);

const ours = (room: string, round: number, changed: number): ReactElement => (
  // Handlers and literals are new on every render, as apps write them.
  <WherebyEmbed
    room={room}
    {...twenty}
    {...changes(round, changed)}
    onJoin={() => {}}
    onExit={() => {}}
    allow={{ add: ['clipboard-write'] }}
    style={{ borderRadius: 8 }}
  />
);

const official = (room: string, round: number, changed: number, key?: number): ReactElement =>
  createElement('whereby-embed', {
    key,
    room,
    ...attributes,
    ...Object.fromEntries(Object.entries(changes(round, changed)).map(([name, value]) => [name.toLowerCase(), value])),
  });

/**
 * The official element as an app must use it to keep its history free of entries: another `src` of a frame that has
 * loaded adds one, a new element does not.
 */
const officialWithoutHistory = (room: string, round: number, changed: number): ReactElement =>
  official(room, round, changed, changed ? round : 0);

const changes = (round: number, count: number): Record<string, string> =>
  Object.fromEntries(
    ['displayName', 'metadata', 'externalId', 'lang', 'chat']
      .slice(0, count)
      .map((name) => [
        name,
        name === 'lang' ? ['de', 'fr'][round % 2]! : name === 'chat' ? ['on', 'off'][round % 2]! : `value-${round}`,
      ]),
  );

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

const within = <T,>(act: (root: ReturnType<typeof createRoot>, host: HTMLElement) => T): T => {
  const host = document.body.appendChild(document.createElement('div'));
  host.style.height = '200px';
  const root = createRoot(host);
  try {
    return act(root, host);
  } finally {
    root.unmount();
    host.remove();
  }
};

/** Updates measured at once: one alone is near the steps of the clock. */
const batchOf = (changed: number): number => (changed ? 20 : 400);

/**
 * Microseconds of one React update with so many parameters changed: the median of batches, ours and the official
 * element's by turns, so that neither has the quieter half of the run.
 */
const updates = (room: string, changed: number): Record<'ours' | 'official' | 'officialWithoutHistory', number> =>
  within((ourRoot) =>
    within((officialRoot) =>
      within((otherRoot) => {
        const sides = {
          ours: { element: ours, root: ourRoot },
          official: { element: official, root: officialRoot },
          officialWithoutHistory: { element: officialWithoutHistory, root: otherRoot },
        };
        const times = { ours: [] as number[], official: [] as number[], officialWithoutHistory: [] as number[] };
        for (let batch = 0; batch < 14; batch++)
          for (const side of ['ours', 'official', 'officialWithoutHistory'] as const) {
            const { element, root } = sides[side];
            const first = batch * batchOf(changed);
            const start = performance.now();
            for (let round = first; round < first + batchOf(changed); round++)
              flushSync(() => root.render(element(room, round, changed)));
            if (batch > 1) times[side].push(((performance.now() - start) * 1000) / batchOf(changed));
          }
        return {
          ours: median(times.ours),
          official: median(times.official),
          officialWithoutHistory: median(times.officialWithoutHistory),
        };
      }),
    ),
  );

/** How often each of some works is done in a second: the median of rounds, by turns. */
const perSecond = <Name extends string>(works: Readonly<Record<Name, () => unknown>>): Record<Name, number> => {
  const names = Object.keys(works) as Name[];
  const rounds = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round < 25; round++)
    for (const name of names) {
      const start = performance.now();
      for (let index = 0; index < 1000; index++) works[name]();
      if (round > 4) rounds[name].push(1000 / ((performance.now() - start) / 1000));
    }
  return Object.fromEntries(names.map((name) => [name, median(rounds[name])])) as Record<Name, number>;
};

const room = 'https://acme.whereby.com/bench?roomKey=eyJhbGciOiJIUzI1NiJ9.eyJhIjoxfQ.c2ln';
const pairs = Object.entries(twenty) as [string, string][];

/** Milliseconds from the commit that puts a frame into the page to the start of its request. */
const commitToRequest = async (element: ReactElement, mark: string): Promise<number> => {
  const host = document.body.appendChild(document.createElement('div'));
  const root = createRoot(host);
  let committed = NaN;
  /** Runs in the commit, just before what comes after it is put into the page. */
  const Mark = () => {
    useInsertionEffect(() => {
      committed = performance.now();
    });
    return null;
  };
  const requested = new Promise<number>((resolve) => {
    const observer = new PerformanceObserver((list) => {
      const entry = list.getEntries().find(({ name }) => name.includes(mark));
      if (!entry) return;
      observer.disconnect();
      resolve(entry.startTime);
    });
    observer.observe({ type: 'resource' });
  });
  flushSync(() =>
    root.render(
      <>
        <Mark />
        <div>{element}</div>
      </>,
    ),
  );
  const start = await requested;
  root.unmount();
  host.remove();
  return start - committed;
};

/** The mean without the outer tenths. */
const middle = (values: number[]): number => {
  const sorted = values.sort((a, b) => a - b);
  const inner = sorted.slice(sorted.length / 10, (sorted.length * 9) / 10);
  return inner.reduce((sum, value) => sum + value, 0) / inner.length;
};

const bench = {
  update: (changed: number) => updates(room, changed),
  build: () =>
    perSecond({
      ours: () => buildRoomUrl(room, twenty),
      onePass: () => `${room}&${new URLSearchParams(pairs)}`,
      perParameter: () => {
        const url = new URL(room);
        for (const [name, value] of pairs) url.searchParams.set(name, value);
        return url.href;
      },
    }),
  async request() {
    const own: number[] = [];
    const bare: number[] = [];
    performance.setResourceTimingBufferSize(100_000);
    for (let round = 0; round < 120; round++) {
      const address = (mark: string) => `https://acme.whereby.com/${mark}-${round}-`;
      bare.push(
        await commitToRequest(
          <iframe title="bare" allow="camera; microphone" src={address('bare')} />,
          `bare-${round}-`,
        ),
      );
      own.push(await commitToRequest(<WherebyEmbed room={address('own')} />, `own-${round}-`));
    }
    return { ours: middle(own.slice(20)), bare: middle(bare.slice(20)) };
  },
  cycle(rounds: number) {
    within((root) => {
      for (let round = 0; round < rounds; round++) {
        flushSync(() => root.render(<WherebyEmbed room="https://acme.whereby.com/cycle" />));
        flushSync(() => root.render(null));
      }
    });
  },
  mount(address: string, strict: boolean) {
    const host = document.body.appendChild(document.createElement('div'));
    const root = createRoot(host);
    const render = (props: RoomParams & { className?: string }, given = address) => {
      const embed = <WherebyEmbed room={given} {...props} onJoin={() => (window.joined = true)} />;
      flushSync(() => root.render(strict ? <StrictMode>{embed}</StrictMode> : embed));
    };
    window.render = render;
    render({});
  },
};

declare global {
  interface Window {
    bench: typeof bench;
    joined?: boolean;
    render(props: RoomParams & { className?: string }, room?: string): void;
  }
}
window.bench = bench;
