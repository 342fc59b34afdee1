import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { launchChromium } from '../browser/launchChromium.js';
import { bundlePage } from '../build/bundlePage.js';
import { serveEchoRooms } from '../servers/serveEchoRooms.js';
import { servePages } from '../servers/servePages.js';
import type { BenchRow } from './row.js';
import { sizeOf } from './size.js';

interface Lock {
  readonly packages: Record<string, { dependencies?: Record<string, string>; peerDependencies?: object }>;
}

/** Packages that come with the library, React and what an app brings itself excluded. */
function runtimePackages(): string[] {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
  const found = new Set<string>();
  const visit = (path: string) => {
    for (const name of Object.keys(packages[path]?.dependencies ?? {})) {
      if (found.has(name)) continue;
      found.add(name);
      visit(`node_modules/${name}`);
    }
  };
  visit('');
  return [...found];
}

const kB = (bytes: number) => `${(bytes / 1000).toFixed(2)} kB`;

/** The parts of `WherebyEmbed` that a page needs only if something is unusual or goes wrong, by their files. */
const parts: Readonly<Record<string, RegExp>> = {
  'repairs of addresses as people copy them': /params\/(repairAddress|splitPair)\.js$/,
  'values of another type than a parameter takes': /params\/convertValue\.js$/,
  'hosts that an app allows': /params\/matchesHost\.js$/,
  'a page that hydrates late': /bridge\/takeBufferedMessages\.js$/,
  'a policy that blocks the frame': /bridge\/watchBlocking\.js$/,
  'a page without camera or microphone': /diagnosis\/deniedDevice\.js$/,
  'permissions that a parameter or the app takes away': /(embed\/allow|params\/readWithheldPermissions)\.js$/,
  'a style under any CSS and any Content-Security-Policy': /embed\/(styleBox|adoptRules)\.js$/,
  'focus and keys while the frame is covered': /embed\/useCoveredFrame\.js$/,
  'what is shown while useRoomUrl has no URL': /embed\/RoomPlaceholder\.js$/,
  'labels in other languages': /(panels\/useLabels|react\/createSharedContext)\.js$/,
  'a computer that slept, and times beyond 24 days': /time\/startAwakeTimer\.js$/,
  'handlers that throw': /meeting\/callHandler\.js$/,
};

/** What each part costs: the size without it, and without what only it loads. They do not add up to the whole. */
const costs = async (whole: number): Promise<BenchRow[]> =>
  Promise.all(
    Object.entries(parts).map(async ([part, without]) => {
      const { gzip } = await sizeOf('WherebyEmbed', undefined, { without });
      return { name: `  of it for ${part}`, value: `${whole - gzip} B` };
    }),
  );

async function sizes(): Promise<BenchRow[]> {
  const embed = await sizeOf('WherebyEmbed');
  const build = await sizeOf('buildRoomUrl');
  const row = (name: string, bytes: number, limit: number): BenchRow => ({
    name,
    value: kB(bytes),
    target: `<= ${kB(limit)}`,
    ok: bytes <= limit,
  });
  const packages = runtimePackages();
  return [
    row('import { WherebyEmbed }, minified, gzip', embed.gzip, 6400),
    ...(await costs(embed.gzip)),
    row('import { WherebyEmbed }, minified, brotli', embed.brotli, 5700),
    row('import { buildRoomUrl }, minified, gzip', build.gzip, 2048),
    {
      name: 'packages installed with the library',
      value: [packages.length, ...packages].join(' '),
      target: '0',
      ok: !packages.length,
    },
  ];
}

/** A page that is isolated from other origins has a clock of 5 us; others have one of 100 us. */
const isolated = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' };

async function inBrowser(): Promise<BenchRow[]> {
  const rooms = await serveEchoRooms({ ...isolated, 'cross-origin-resource-policy': 'cross-origin' });
  const pages = await servePages(
    await bundlePage(fileURLToPath(new URL('pages/embed.tsx', import.meta.url)), 'production'),
  );
  const browser = await launchChromium({ roomsPort: rooms.port });
  const rows: BenchRow[] = [];
  try {
    const open = async () => {
      pages.set('bench', { html: '', headers: isolated });
      const page = await (await browser.newContext({ ignoreHTTPSErrors: true })).newPage();
      await page.goto(`http://localhost:${pages.port}/bench`);
      await page.waitForFunction(() => 'bench' in window);
      return page;
    };

    for (const strict of [false, true]) {
      const page = await open();
      const path = strict ? '/strict' : '/mount';
      const count = () => rooms.countRequests(path);
      await page.evaluate(([address, isStrict]) => window.bench.mount(address, isStrict), [
        `https://acme.whereby.com${path}`,
        strict,
      ] as const);
      const frame = await (await page.waitForSelector('iframe')).contentFrame();
      await frame?.waitForLoadState();
      rows.push({
        name: `frame requests: ${strict ? 'StrictMode' : 'mount'}`,
        value: `${count()}`,
        target: '1',
        ok: count() === 1,
      });
      await page.evaluate(() => {
        for (let round = 0; round < 10; round++) window.render({ className: `c${round}` });
      });
      const renders = count() - 1;
      await frame?.evaluate(() => parent.postMessage({ type: 'join' }, '*'));
      await page.waitForFunction(() => window.joined);
      await page.evaluate(() =>
        window.render({ displayName: 'x', chat: true, people: false, minimal: true, lang: 'de' }),
      );
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      const changed = count() - 1 - renders;
      const other = strict ? '/strict-other' : '/mount-other';
      await page.evaluate((address) => window.render({}, address), `https://acme.whereby.com${other}`);
      await (await (await page.waitForSelector(`iframe[src*="${other}"]`)).contentFrame())?.waitForLoadState();
      const another = rooms.countRequests(other);
      rows.push(
        {
          name: `frame requests: ten renders of the parent${strict ? ', StrictMode' : ''}`,
          value: `${renders}`,
          target: '0',
          ok: !renders,
        },
        {
          name: `frame requests: five parameters while joined${strict ? ', StrictMode' : ''}`,
          value: `${changed}`,
          target: '0',
          ok: !changed,
        },
        {
          name: `frame requests: another room${strict ? ', StrictMode' : ''}`,
          value: `${another}`,
          target: '1',
          ok: another === 1,
        },
      );
      await page.context().close();
    }

    const page = await open();
    await page.evaluate(() => window.bench.mount('', false));
    await page.evaluate(() => window.render({}, 'https://acme.whereby.com/absent'));
    await (await (await page.waitForSelector('iframe')).contentFrame())?.waitForLoadState();
    const absent = rooms.countRequests('/absent');
    rows.push({ name: 'frame requests: room given later', value: `${absent}`, target: '1', ok: absent === 1 });
    await page.context().close();

    for (const changed of [0, 1, 5]) {
      const fresh = await open();
      const { ours, official, officialWithoutHistory } = await fresh.evaluate(
        (count) => window.bench.update(count),
        changed,
      );
      rows.push({
        name: `one React update of 20 parameters, ${changed || 'none'} changed`,
        value: `${ours.toFixed(0)} us, official ${officialWithoutHistory.toFixed(0)}${changed ? `, or ${official.toFixed(0)} with an entry in the history` : ''}`,
        // A changed parameter is a new frame: making one costs a browser more than giving it another address does.
        target: "<= the official element's that adds no entry to the history",
        ok: ours <= officialWithoutHistory,
      });
      await fresh.context().close();
    }

    const cycles = await open();
    const session = await cycles.context().newCDPSession(cycles);
    const countHeld = async () => {
      await session.send('HeapProfiler.collectGarbage');
      return session.send('Memory.getDOMCounters');
    };
    await cycles.evaluate(() => window.bench.cycle(20));
    const before = await countHeld();
    await cycles.evaluate(() => window.bench.cycle(1000));
    await cycles.waitForTimeout(1000);
    const after = await countHeld();
    const listeners = after.jsEventListeners - before.jsEventListeners;
    const nodes = after.nodes - before.nodes;
    rows.push({
      name: '1,000 mounts and unmounts, 1 s later: listeners / nodes held',
      value: `${listeners} / ${nodes}`,
      target: '0 / 0',
      ok: listeners <= 0 && nodes <= 0,
    });
    await cycles.context().close();

    const building = await open();
    const { ours, onePass, perParameter } = await building.evaluate(() => window.bench.build());
    rows.push(
      {
        name: 'building a URL of 20 parameters, against one URLSearchParams pass',
        value: `${(ours / onePass).toFixed(2)}x (${ours.toFixed(0)}/s)`,
        target: '>= 1x',
        ok: ours >= onePass,
      },
      {
        name: 'building a URL of 20 parameters, against searchParams.set for each',
        value: `${(ours / perParameter).toFixed(2)}x`,
        target: '>= 5x',
        ok: ours >= 5 * perParameter,
      },
    );
    const request = await building.evaluate(() => window.bench.request());
    rows.push({
      name: 'React commit to frame request, against a bare iframe',
      value: `${(request.ours * 1000).toFixed(0)} / ${(request.bare * 1000).toFixed(0)} us = ${(request.ours / request.bare).toFixed(2)}`,
      target: '<= 1.1',
      ok: request.ours / request.bare <= 1.1,
    });
  } finally {
    await browser.close();
    await Promise.all([rooms.close(), pages.close()]);
  }
  return rows;
}

export async function run(): Promise<BenchRow[]> {
  return [...(await sizes()), ...(await inBrowser())];
}
