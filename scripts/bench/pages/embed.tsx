import '@whereby.com/browser-sdk/embed';
import { Fragment, StrictMode, createElement, useInsertionEffect } from 'react';
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
  <WherebyEmbed room={room} {...twenty} {...changes(round, changed)} />
);

const official = (room: string, round: number, changed: number): ReactElement =>
  createElement('whereby-embed', {
    room,
    ...attributes,
    ...Object.fromEntries(Object.entries(changes(round, changed)).map(([name, value]) => [name.toLowerCase(), value])),
  });

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

/** Updates measured at once: browsers give times in steps of 100 us. */
const batchOf = (changed: number): number => (changed ? 20 : 400);

/** Microseconds of one React update with so many parameters changed: the median of batches. */
const update = (element: typeof ours, room: string, changed: number): number =>
  within((root) => {
    let round = 0;
    const times: number[] = [];
    for (let batch = 0; batch < 12; batch++) {
      const start = performance.now();
      for (const end = round + batchOf(changed); round < end; round++)
        flushSync(() => root.render(element(room, round, changed)));
      times.push(((performance.now() - start) * 1000) / batchOf(changed));
    }
    return median(times.slice(2));
  });

const perSecond = (work: () => unknown): number => {
  const rounds: number[] = [];
  for (let round = 0; round < 15; round++) {
    const start = performance.now();
    for (let index = 0; index < 500; index++) work();
    rounds.push(500 / ((performance.now() - start) / 1000));
  }
  return median(rounds);
};

const room = 'https://acme.whereby.com/bench?roomKey=eyJhbGciOiJIUzI1NiJ9.eyJhIjoxfQ.c2ln';
const pairs = Object.entries(twenty) as [string, string][];

/** Frames in one commit: the request of one starts within the resolution of the clock. */
const FRAMES = 20;

/** Milliseconds from the commit that puts frames into the page to the start of the last one's request. */
const commitToRequests = async (element: (path: string) => ReactElement, mark: string): Promise<number> => {
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
  const paths = Array.from({ length: FRAMES }, (_, index) => `${mark}-${index}-`);
  const starts = new Promise<number[]>((resolve) => {
    const found: number[] = [];
    const observer = new PerformanceObserver((list) => {
      for (const { name, startTime } of list.getEntries()) if (name.includes(mark)) found.push(startTime);
      if (found.length < FRAMES) return;
      observer.disconnect();
      resolve(found);
    });
    observer.observe({ type: 'resource' });
  });
  flushSync(() =>
    root.render(
      <>
        <Mark />
        <div>
          {paths.map((path) => (
            <Fragment key={path}>{element(path)}</Fragment>
          ))}
        </div>
      </>,
    ),
  );
  const last = Math.max(...(await starts));
  root.unmount();
  host.remove();
  return last - committed;
};

/** Times come in steps of 100 us, so that a median would be one of the steps: the mean of the middle half. */
const middle = (values: number[]): number => {
  const sorted = values.sort((a, b) => a - b);
  const half = sorted.slice(sorted.length / 4, (sorted.length * 3) / 4);
  return half.reduce((sum, value) => sum + value, 0) / half.length;
};

const bench = {
  update(changed: number) {
    return { ours: update(ours, room, changed), official: update(official, room, changed) };
  },
  build() {
    return {
      ours: perSecond(() => buildRoomUrl(room, twenty)),
      onePass: perSecond(() => {
        const [base, search] = room.split('?');
        const query = new URLSearchParams(search);
        for (const [name, value] of pairs) query.set(name, value);
        return `${base}?${query}`;
      }),
      perParameter: perSecond(() => {
        const url = new URL(room);
        for (const [name, value] of pairs) url.searchParams.set(name, value);
        return url.href;
      }),
    };
  },
  async request() {
    const own: number[] = [];
    const bare: number[] = [];
    performance.setResourceTimingBufferSize(100_000);
    for (let round = 0; round < 12; round++) {
      bare.push(
        await commitToRequests(
          (path) => <iframe title="bare" allow="camera; microphone" src={`https://acme.whereby.com/${path}`} />,
          `bare-${round}`,
        ),
      );
      own.push(
        await commitToRequests((path) => <WherebyEmbed room={`https://acme.whereby.com/${path}`} />, `own-${round}`),
      );
    }
    return { ours: middle(own), bare: middle(bare) };
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
