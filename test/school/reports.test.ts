import { createSeededRandom } from './support/createSeededRandom.js';
import { expect, onTestFinished, test } from 'vitest';
import type { Deliveries } from 'react-whereby-embed/sandbox';
import { parseRoomUrl } from 'react-whereby-embed/url';
import { bookLesson } from './support/bookLesson.js';
import { startTestSchool } from './support/startTestSchool.js';

const minute = 60_000;
const lessons = 8;

/**
 * Some lessons of which the month's CSV is read after the insights have arrived.
 * @param faulty whether a third of the deliveries is lost, a third doubled, and all are shuffled
 */
async function readMonth(faulty: boolean): Promise<{ csv: string; hours: string; lost: number }> {
  const random = createSeededRandom(17);
  const school = await startTestSchool({
    sandboxOptions: {
      delivery: { keep: 100_000, retryDelaysMs: [] },
      api: { pointsPerMinute: null },
      seed: { now: '2026-11-02T08:00:00Z' },
    },
  });
  onTestFinished(() => school.close());
  const { sandbox } = school;
  const office = await school.signIn('office');
  const people = await Promise.all(['anna', 'mia', 'eva'].map((id) => school.signIn(id)));
  const { world } = sandbox;
  for (let number = 0; number < lessons; number++) {
    const lesson = await bookLesson(school, office, { title: `Piano ${number}` });
    const urls: string[] = [];
    for (const person of people) {
      await expect.poll(async () => (await person(`/api/meetings/${lesson.id}`)).status).toBe(200);
      urls.push(((await (await person(`/api/meetings/${lesson.id}`)).json()) as { url: string }).url);
    }
    const cancel = faulty ? plan(sandbox.webhooks, random) : () => undefined;
    const join = (url: string) => {
      const { roomName, params } = parseRoomUrl(url);
      const { displayName = '', externalId = null, metadata = null } = params;
      return world.join(roomName, { displayName, externalId, metadata })!.participantId;
    };
    const [anna, mia, eva] = urls.map(join) as [string, string, string];
    world.clock.advance(10 * minute + number * 1_000);
    world.leave(eva);
    world.clock.advance(20 * minute);
    world.leave(mia);
    world.clock.advance(2_000);
    const again = join(urls[1]!);
    world.clock.advance(3 * minute);
    world.leave(again);
    world.leave(anna);
    await sandbox.webhooks.settled();
    cancel();
    world.clock.advance(60 * minute);
  }
  const lost = sandbox.webhooks.list().filter(({ state }) => state === 'lost').length;
  const read = async (path: string) => {
    const text = await (await office(path)).text();
    // Ids are made anew for each run, so a lesson is known by its title.
    return text.replaceAll(/^\uFEFF|^[a-z0-9]{10},/gm, '');
  };
  const waiting = () =>
    school.school.database.selectFrom('lessons').select('id').where('reconciled_at', 'is', null).execute();
  await expect.poll(waiting).toEqual([]);
  return {
    lost,
    csv: await read('/api/reports/month.csv?month=2026-11'),
    hours: await read('/api/reports/hours?month=2026-11'),
  };
}

/** A third of the next deliveries is lost, a third doubled, and what comes comes in any order. */
function plan(deliveries: Deliveries, random: () => number): () => void {
  const planned = Array.from({ length: 60 }, () => {
    const kind = random();
    if (kind < 1 / 3) return deliveries.next({ lose: true });
    return deliveries.next({ duplicate: kind < 2 / 3 ? 1 : 0, shuffleMs: 300 });
  });
  return () => planned.forEach((each) => each.cancel());
}

test('lost and doubled deliveries: after reconciliation the month’s CSV is the one without faults', async () => {
  const calm = await readMonth(false);
  const faulty = await readMonth(true);
  expect(calm.lost).toBe(0);
  expect(faulty.lost).toBeGreaterThan(lessons);
  expect(calm.csv.split('\r\n').length).toBe(1 + lessons * 4 + 1);
  expect(calm.csv).toContain('Anna,anna,teacher');
  expect(faulty.csv).toBe(calm.csv);
  expect(faulty.hours).toBe(calm.hours);
});
