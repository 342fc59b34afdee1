import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { request as send, Agent } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { createRoomsHandler } from '../../src/server/room-handler/createRoomsHandler.js';
import { fakeService } from './fakeService.js';
import type { BenchRow } from './row.js';
import { sizeOf } from './size.js';

const rounds = 20;
const perRound = 200;

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;

type Handler = (request: Request) => Response | Promise<Response>;

/** Milliseconds of each of some requests, one after the other, over a connection that stays open. */
async function timed(origin: string, count: number, agent: Agent): Promise<number[]> {
  const times: number[] = [];
  for (let done = 0; done < count; done++) {
    const start = performance.now();
    await new Promise<void>((resolve, reject) => {
      send(`${origin}/api/whereby/meetings/1`, { agent }, (response) => {
        response.resume();
        response.on('end', resolve);
      })
        .on('error', reject)
        .end();
    });
    times.push(performance.now() - start);
  }
  return times;
}

async function withServer<T>(handler: Handler, ask: (origin: string) => Promise<T>): Promise<T> {
  const server = createServer((incoming, outgoing) => void listener(incoming, outgoing));
  const listener = getRequestListener(handler, { overrideGlobalObjects: false });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await ask(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** The room handler beside one that answers the same body at once, turn by turn in one run. */
async function overhead(): Promise<BenchRow> {
  const person = {
    role: 'host',
    displayName: 'Ada',
    externalId: 'user-7',
    params: { lang: 'de', chat: false },
  } as const;
  const handler = createRoomsHandler({ whereby: fakeService, authorize: () => person });
  const body = await (await handler(new Request('http://a.test/meetings/1'))).json();
  const bare: Handler = () => Response.json(body);

  const ours: number[] = [];
  const theirs: number[] = [];
  await withServer(bare, (bareOrigin) =>
    withServer(handler, async (origin) => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      await timed(bareOrigin, perRound, agent);
      await timed(origin, perRound, agent);
      for (let round = 0; round < rounds; round++) {
        theirs.push(...(await timed(bareOrigin, perRound, agent)));
        ours.push(...(await timed(origin, perRound, agent)));
      }
      agent.destroy();
    }),
  );
  const more = median(ours) - median(theirs);
  return {
    name: `room handler over a bare handler of the same server, median of ${rounds * perRound}`,
    value: `${more.toFixed(3)} ms`,
    target: '<= 0.3 ms',
    ok: more <= 0.3,
  };
}

const kB = (bytes: number) => `${(bytes / 1000).toFixed(2)} kB`;

/** What the hooks add to an app that embeds meetings already. */
async function hookSize(): Promise<BenchRow> {
  const size = async (names: string) => (await sizeOf(names)).gzip;
  const added =
    (await size('WherebyEmbed, useRoomUrl, useCreateMeeting, RoomsProvider')) - (await size('WherebyEmbed'));
  return {
    name: 'useRoomUrl, useCreateMeeting and RoomsProvider added to an app with WherebyEmbed, gzip',
    value: kB(added),
    target: '<= 7.00 kB',
    ok: added <= 7000,
  };
}

export async function run(): Promise<BenchRow[]> {
  return [await overhead(), await hookSize()];
}
