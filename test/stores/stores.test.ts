import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BuiltInStore, StoredEvent } from 'react-whereby-embed/server';
import { waitUntil } from '../support/waitUntil.js';
import { storeKinds } from './support/storeKinds.js';
import type { OpenedStore, StorePlace } from './support/storeKinds.js';

const claimerProcess = fileURLToPath(new URL('support/claimerProcess.ts', import.meta.url));

const event = (
  id: string,
  minute: number,
  data: Record<string, unknown>,
  type = 'room.session.started',
): StoredEvent => ({
  id,
  apiVersion: '1.0',
  createdAt: `2025-05-06T10:${String(minute).padStart(2, '0')}:00.000Z`,
  type,
  data,
});

const ids = (events: readonly StoredEvent[]) => events.map(({ id }) => id);

/** Starts a process that claims ids in a place, and reads its output line by line. */
function startClaimer(kind: string, place: StorePlace, lease: number, count: number) {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', claimerProcess, kind, place.address, String(lease), String(count)],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    child,
    line: async () => {
      const { value, done } = await lines.next();
      if (done) throw new Error('the process ended without output');
      return value;
    },
  };
}

for (const [kind, { variable, isSingleProcess, createPlace }] of Object.entries(storeKinds)) {
  // The set-up has reported a server that cannot be had.
  const url = variable ? process.env[variable] : '';

  describe.skipIf(url === undefined)(`${kind} store`, () => {
    let place: StorePlace;
    let opened: OpenedStore;
    let store: BuiltInStore;

    beforeAll(async () => {
      place = await createPlace(url!);
      // Longer than any of these tests takes.
      opened = await place.open(600_000);
      store = opened.store;
    });

    afterAll(async () => {
      await opened.close();
      await place.destroy();
    });

    const win = async (id: string) => {
      const claim = await store.claim(id);
      if (claim.state !== 'won') throw new Error(`expected to win ${id}, got ${claim.state}`);
      return claim.token;
    };

    test('lets one claim win, and the others be busy until it is completed', async () => {
      await win('once');
      expect(await store.claim('once')).toEqual({ state: 'busy' });
      await store.complete('once', event('once', 0, { roomName: '/once' }));
      expect(await store.claim('once')).toEqual({ state: 'done' });
    });

    test('keeps ids apart that differ in case only', async () => {
      await win('Case');
      await win('case');
    });

    test('lets a released claim be won again', async () => {
      await store.release('again', await win('again'));
      await win('again');
    });

    test('lets a claim that was released for later be busy until then, and not be abandoned', async () => {
      const later = event('later', 0, { roomName: '/later' });
      const claim = async () => (await store.claim('later', later)) as { state: string; token: string };
      await store.release('later', (await claim()).token, 600_000);
      expect((await claim()).state).toBe('busy');
      expect((await store.abandoned()).map(({ key }) => key)).not.toContain('later');
      await store.complete('later', later);
      expect((await claim()).state).toBe('done');
      const soon = await store.claim('soon', later);
      if (soon.state === 'won') await store.release('soon', soon.token, 1);
      await waitUntil(() => win('soon'));
    });

    test('releases a claim only for its own token', async () => {
      await win('token');
      await store.release('token', 'of another');
      expect(await store.claim('token')).toEqual({ state: 'busy' });
    });

    test('keeps a completed event done when its claim is released', async () => {
      const token = await win('done');
      await store.complete('done', event('done', 0, { roomName: '/done' }));
      await store.release('done', token);
      expect(await store.claim('done')).toEqual({ state: 'done' });
    });

    test('keeps one event when it is completed twice or without a claim', async () => {
      const meeting = { meetingId: 'twice', roomName: '/twice' };
      await store.complete('twice', event('twice', 0, meeting));
      await store.complete('twice', event('twice', 0, meeting));
      expect(await store.eventsOf('twice')).toHaveLength(1);
      expect(await store.claim('twice')).toEqual({ state: 'done' });
    });

    test('lets exactly one of a hundred concurrent claims win', async () => {
      const claims = await Promise.all(Array.from({ length: 100 }, () => store.claim('crowd')));
      expect(claims.filter(({ state }) => state === 'won')).toHaveLength(1);
      expect(claims.filter(({ state }) => state === 'busy')).toHaveLength(99);
    });

    test('returns events unchanged, in the order they happened', async () => {
      const strange = { text: '☃ 🧑‍🚀 \u0000 \ud800 " \\ \'; drop table', deep: [{ a: [null, 1.5] }] };
      const meeting = { meetingId: 'm-1', roomName: '/m-1' };
      const written = [
        event('m-c', 3, meeting, 'room.session.ended'),
        event('m-a', 1, { ...meeting, ...strange }),
        event('m-b', 1, meeting, 'some.new.type'),
      ];
      for (const one of written) await store.complete(one.id, one);
      await store.complete('m-x', event('m-x', 2, { meetingId: 'm-2', roomName: '/m-2' }));
      const read = await store.eventsOf('m-1');
      expect(ids(read)).toEqual(['m-a', 'm-b', 'm-c']);
      expect(read).toEqual([written[1], written[2], written[0]]);
    });

    test('finds events without a meetingId by their room and by a meeting of that room', async () => {
      await store.complete('r-1', event('r-1', 1, { meetingId: 'm-r', roomName: '/R' }));
      await store.complete('r-2', event('r-2', 2, { roomName: '/R' }, 'recording.finished'));
      await store.complete('r-3', event('r-3', 3, { roomName: '/r' }, 'recording.finished'));
      await store.complete('r-4', event('r-4', 4, {}, 'of.no.room'));
      await store.complete('r-5', event('r-5', 5, { meetingId: 'm-later', roomName: '/R' }));
      for (const meeting of ['m-r', { meetingId: 'm-r' }, { meetingId: 'm-r', roomName: '/R' }])
        expect(ids(await store.eventsOf(meeting))).toEqual(['r-1', 'r-2']);
      expect(ids(await store.eventsOf({ roomName: '/R' }))).toEqual(['r-1', 'r-2', 'r-5']);
      expect(ids(await store.eventsOf({ roomName: '/r' }))).toEqual(['r-3']);
      expect(await store.eventsOf('unknown')).toEqual([]);
      expect(await store.eventsOf({})).toEqual([]);
    });

    test('hands out an event that was claimed and not handled, and no event that is held or done', async () => {
      await Promise.all((await store.abandoned()).map(({ key, event }) => store.complete(key, event)));
      const claims = ['failed', 'busy', 'handled'].map((id) => event(id, 0, { roomName: '/abandoned' }));
      for (const one of claims) await store.claim(one.id, one);
      const failed = await store.claim('x/failed', claims[0]!);
      if (failed.state !== 'won') throw new Error('expected to win');
      await store.release('x/failed', failed.token);
      await store.complete('handled', claims[2]!);
      expect(await store.abandoned()).toEqual([{ key: 'x/failed', event: claims[0] }]);
      await store.claim('x/failed', claims[0]!);
      expect(await store.abandoned()).toEqual([]);
    });

    test('renews a claim for its own token only', async () => {
      const token = await win('renew');
      expect(await store.renew('renew', token)).toBe(true);
      expect(await store.renew('renew', 'of another')).toBe(false);
      await store.complete('renew', event('renew', 0, {}));
      expect(await store.renew('renew', token)).toBe(false);
      expect(await store.renew('never claimed', token)).toBe(false);
    });

    test('finds an event that several handlers have handled once', async () => {
      const one = event('shared', 0, { meetingId: 'shared' });
      await store.complete('billing/shared', one);
      await store.complete('attendance/shared', one);
      expect(await store.eventsOf('shared')).toEqual([one]);
    });

    // Each store in memory has events of its own.
    if (isSingleProcess) return;

    test('lets a claim be won again after its lease, and ignores the old token', async () => {
      const brief = await place.open(1);
      try {
        const first = await brief.store.claim('lease');
        if (first.state !== 'won') throw new Error(`expected to win, got ${first.state}`);
        const secondToken = await waitUntil(() => win('lease'));
        expect(secondToken).not.toBe(first.token);
        await brief.store.release('lease', first.token);
        expect(await store.claim('lease')).toEqual({ state: 'busy' });
      } finally {
        await brief.close();
      }
    });

    describe('with several processes', () => {
      test('lets two processes that claim the same 500 ids twice win each id once', async () => {
        const both = [startClaimer(kind, place, 60_000, 500), startClaimer(kind, place, 60_000, -500)];
        for (const one of both) expect(await one.line()).toBe('ready');
        for (const one of both) one.child.stdin.write('go\n');
        const wins = await Promise.all(both.map(async (one) => JSON.parse(await one.line()) as string[]));
        expect(wins.flat()).toHaveLength(500);
        expect(new Set(wins.flat()).size).toBe(500);
      });

      test('lets a retry win the event of a killed process after its lease', async () => {
        const victim = startClaimer(kind, place, 3_600_000, 0);
        expect(await victim.line()).toBe('won won');
        const ended = new Promise((resolve) => victim.child.once('exit', resolve));
        victim.child.kill('SIGKILL');
        await ended;
        expect(await store.claim('held')).toEqual({ state: 'busy' });
        await waitUntil(() => win('brief'));
      });

      test('lets several create the tables at once', async () => {
        const all = await Promise.all(Array.from({ length: 3 }, () => place.open()));
        await Promise.all(all.map(({ close }) => close()));
      });
    });
  });
}
