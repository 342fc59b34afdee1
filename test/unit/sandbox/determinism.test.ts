import { request } from 'node:http';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { startSandbox } from '../../../src/sandbox/index.js';
import type { Sandbox } from '../../../src/sandbox/index.js';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const seed = {
  now: '2026-01-01T10:00:00.000Z',
  meetings: [
    {
      roomName: 'demo',
      isLocked: true,
      people: [{ displayName: 'Ada', role: 'host' as const }],
      knocking: [{ displayName: 'Kim' }],
    },
    { roomNamePrefix: 'made-', recording: { type: 'cloud', startTrigger: 'automatic' }, roomMode: 'group' as const },
  ],
};

type Step = (sandbox: Sandbox) => unknown;

/** A response byte by byte, but for what is this machine's: the connection. */
const call = ({ url, apiKey }: Sandbox, method: string, path: string, body?: object) =>
  new Promise<string>((resolve, reject) => {
    // By one name, so that the URLs in responses are those of no particular port.
    const headers = { host: 'localhost:4455', authorization: `Bearer ${apiKey}` };
    const asked = request(`${url}/v1${path}`, { method, headers }, (response) => {
      let text = `${response.statusCode} ${response.rawHeaders.join(' ')}\n`;
      response.on('data', (chunk: Buffer) => (text += String(chunk)));
      response.on('end', () => resolve(text));
    });
    asked.on('error', reject);
    asked.end(body && JSON.stringify(body));
  });

const pickId = (records: object, index: number) =>
  Object.keys(records)[index % Math.max(1, Object.keys(records).length)] ?? 'none';
const index = fc.nat({ max: 9 });
const name = fc.constantFrom('Ada', 'Zoë 👋', '', '<b>', 'İ');

const step: fc.Arbitrary<Step> = fc.oneof(
  fc
    .record({
      prefix: fc.constantFrom('a', 'Room ', ''),
      fields: fc.constantFrom([], ['hostRoomUrl', 'viewerRoomUrl']),
      mode: fc.constantFrom('normal', 'group'),
    })
    .map(
      ({ prefix, fields, mode }): Step =>
        (sandbox) =>
          call(sandbox, 'POST', '/meetings', {
            endDate: new Date(sandbox.clock.now() + 3_600_000).toISOString(),
            roomNamePrefix: prefix,
            roomMode: mode,
            fields,
          }),
    ),
  fc.tuple(index, name).map(
    ([at, displayName]): Step =>
      ({ world }) =>
        void world.join(pickId(world.state.meetings, at), { displayName }),
  ),
  index.map(
    (at): Step =>
      ({ world }) =>
        world.leave(pickId(world.state.stays, at)),
  ),
  fc.tuple(index, fc.boolean()).map(
    ([at, on]): Step =>
      ({ world }) =>
        void world.setRecording(pickId(world.state.meetings, at), on),
  ),
  fc.tuple(index, fc.boolean()).map(
    ([at, on]): Step =>
      ({ world }) =>
        void world.setTranscription(pickId(world.state.meetings, at), on),
  ),
  fc.constantFrom(1, 999, 60_000, 3_600_000).map(
    (ms): Step =>
      ({ clock }) =>
        clock.advance(ms),
  ),
  index.map(
    (at): Step =>
      (sandbox) =>
        call(sandbox, 'DELETE', `/meetings/${pickId(sandbox.world.state.meetings, at)}`),
  ),
  fc
    .constantFrom(
      '/meetings?fields=hostRoomUrl&limit=2',
      '/recordings?sortBy=duration:desc',
      '/transcriptions',
      '/insights/rooms?limit=1',
      '/nothing',
    )
    .map(
      (path): Step =>
        (sandbox) =>
          call(sandbox, 'GET', path),
    ),
  index.map(
    (at): Step =>
      (sandbox) =>
        call(sandbox, 'GET', `/recordings/${pickId(sandbox.world.state.recordings, at)}/access-link`),
  ),
  fc.constantFrom('room.client.joined', 'recording.finished').map(
    (type): Step =>
      ({ trigger }) =>
        void trigger(type),
  ),
);

/** What a client and a receiver get while a sandbox goes through the steps. */
async function play(steps: readonly Step[]): Promise<readonly unknown[]> {
  const received: unknown[] = [];
  const receiver = createServer((asked, response) => {
    let body = '';
    asked.on('data', (chunk: Buffer) => (body += String(chunk)));
    asked.on('end', () => {
      received.push([asked.headers['whereby-signature'], body]);
      response.end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
  const sandbox = await startSandbox({ seed, webhooks: [url], delivery: { signatureTime: 'sandbox' } });
  const seen: unknown[] = [];
  for (const act of steps) {
    seen.push(await act(sandbox));
    await sandbox.webhooks.settled();
  }
  seen.push(
    ...received,
    sandbox.webhooks.list().map(({ id, event }) => [id, event.id]),
  );
  await sandbox.close();
  receiver.closeAllConnections();
  receiver.close();
  return seen;
}

test('a frozen clock and a seed give the same responses and deliveries, byte for byte, on every run', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 15 }), async (steps) => {
      expect(await play(steps)).toEqual(await play(steps));
    }),
    { numRuns: 25 },
  );
});

test('and the same on every platform', async () => {
  const sandbox = await startSandbox({ seed });
  // Fixed values: they follow from the seed alone.
  const meetings = Object.values(sandbox.world.state.meetings);
  expect(meetings.map(({ meetingId, roomName }) => [meetingId, roomName])).toMatchInlineSnapshot(`
    [
      [
        "83095858",
        "/demo",
      ],
      [
        "94180370",
        "/made-f0d73d72-74b1-4822-90c2-0bf9cb01d3f2",
      ],
    ]
  `);
  await sandbox.close();
});
