import { fileURLToPath } from 'node:url';
import { fakeRoomInPage } from '../../src/testing/fakeRoomInPage.js';
import { launchChromium } from '../browser/launchChromium.js';
import { serveApp } from '../servers/serveApp.js';
import { loadedSize, sizeOf } from './size.js';
import type { BenchRow } from './row.js';

const embed = 'WherebyEmbed';
const meeting = `${embed}, MeetingProvider, MeetingOutlet, useMeeting`;

async function sizes(): Promise<BenchRow[]> {
  const alone = await loadedSize(embed);
  const row = async (name: string, names: string, limit: number): Promise<BenchRow> => {
    const more = (await loadedSize(names)) - alone;
    return { name, value: `${(more / 1000).toFixed(2)} kB`, target: `<= ${limit / 1000} kB`, ok: more <= limit };
  };
  const { gzip } = await sizeOf(embed);
  const { gzip: stateless } = await sizeOf(embed, undefined, { without: /\/dist\/meeting\/(?!createState)\w+\.js$/ });
  return [
    {
      name: 'what WherebyEmbed alone carries of the live meeting: the state that its ref has, gzip',
      value: `${((gzip - stateless) / 1000).toFixed(2)} kB`,
      target: '0 kB',
      ok: gzip <= stateless,
    },
    await row('MeetingProvider, MeetingOutlet and useMeeting beside WherebyEmbed, gzip', meeting, 4000),
    await row('the same with useMeetingControl', `${meeting}, useMeetingControl`, 4800),
    await row('createMeetingStore beside WherebyEmbed', `${embed}, createMeetingStore`, 1500),
  ];
}

async function inBrowser(): Promise<BenchRow[]> {
  const app = await serveApp(fileURLToPath(new URL('pages/meeting.tsx', import.meta.url)));
  const browser = await launchChromium();
  const rows: BenchRow[] = [];
  try {
    const open = async (search: string) => {
      const page = await browser.newPage();
      const room = await fakeRoomInPage(page);
      await page.goto(`${app.origin}/${search}`);
      await room.emit('ready');
      await room.emit('join');
      await page.waitForFunction(() => document.querySelector('i:nth-of-type(3)')?.textContent === '"joined"');
      return { page, room };
    };
    const first = await open('');
    const { renders, ms } = await first.page.evaluate(() => window.meetingBench.flood(10_000));
    const most = Math.max(...Object.values(renders)) / 25;
    rows.push({
      name: '10,000 events at once, 100 components: renders of each that sees a change',
      value: `${most}`,
      target: '<= 1',
      ok: most <= 1,
    });
    rows.push({
      name: '10,000 events at once, 100 components: renders of those that see none',
      value: `${(renders['phase'] ?? 0) + (renders['pair'] ?? 0)}`,
      target: '0',
      ok: !renders['phase'] && !renders['pair'],
    });
    rows.push({
      name: '10,000 events at once, 100 components: time',
      value: `${ms.toFixed(0)} ms`,
      target: '<= 1000 ms',
      ok: ms <= 1000,
    });
    for (const [how, search] of [
      ['moveBefore', ''],
      ['laid over', '?noMove'],
    ] as const) {
      const { page, room } = await open(search);
      const { reads, writes, frames, requests } = await page.evaluate(() => window.meetingBench.move(120));
      const each = (count: number) => (count / frames).toFixed(2);
      rows.push({
        name: `outlet moved in each of ${frames} frames (${how}): reads, writes, requests`,
        value: `${each(reads)}, ${each(writes)}, ${requests + room.loads.length - 1}`,
        target: '<= 1, <= 1, 0',
        ok: reads <= frames + 2 && writes <= frames + 2 && requests + room.loads.length === 1,
      });
    }
  } finally {
    await browser.close();
    await app.close();
  }
  return rows;
}

/** The live meeting: what it weighs, renders, reads and writes. Needs a build. */
export const run = async (): Promise<BenchRow[]> => [...(await sizes()), ...(await inBrowser())];
