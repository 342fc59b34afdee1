import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Worker } from 'node:worker_threads';
import { createWhereby } from '../../src/server/index.js';
import type { BenchRow } from './row.js';

/** An API with 10,000 meetings, in a thread of its own so that its memory does not count. */
const api = `
const { parentPort } = require('node:worker_threads');
const total = 10_000;
require('node:http').createServer((request, response) => {
  const query = new URL(request.url, 'http://localhost').searchParams;
  const from = Number(query.get('cursor') ?? 0), to = Math.min(from + Number(query.get('limit')), total);
  const results = [];
  for (let at = from; at < to; at++) results.push({
    meetingId: String(at), roomName: '/demo-' + at, roomUrl: 'https://acme.whereby.com/demo-' + at,
    hostRoomUrl: 'https://acme.whereby.com/demo-' + at + '?roomKey=' + 'k'.repeat(200),
    startDate: '2026-01-01T10:00:00.000Z', endDate: '2026-01-01T11:00:00.000Z',
  });
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ results, cursor: to < total ? String(to) : null }));
}).listen(0, '127.0.0.1', function () { parentPort.postMessage(this.address().port); });
`;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Kilobytes in use once all that can be freed is. */
const used = async (): Promise<number> => {
  for (let round = 0; round < 3; round++) {
    await new Promise((resolve) => setImmediate(resolve));
    collect();
  }
  return process.memoryUsage().heapUsed / 1024;
};

export async function run(): Promise<BenchRow[]> {
  const worker = new Worker(api, { eval: true });
  const port = await new Promise<number>((resolve) => worker.once('message', resolve));
  try {
    const whereby = createWhereby({ apiKey: 'bench', baseUrl: `http://127.0.0.1:${port}/v1` });
    // Once without measuring, so that compiled code and connections are there.
    for await (const _ of whereby.meetings.list({ limit: 100 }));
    const marks: number[] = [];
    let count = 0;
    for await (const _ of whereby.meetings.list({ limit: 100, fields: ['hostRoomUrl'] }))
      if (++count % 1_000 === 0) marks.push(await used());
    const growth = marks.at(-1)! - marks[0]!;

    const start = performance.now();
    for await (const _ of whereby.meetings.list({ limit: 100 }));
    const seconds = (performance.now() - start) / 1_000;
    return [
      {
        name: `REST client: memory kept between meeting 1,000 and meeting ${count.toLocaleString('en')} of a list`,
        value: `${growth.toFixed(0)} kB`,
        target: '<= 256 kB',
        ok: count === 10_000 && growth <= 256,
      },
      {
        name: 'REST client: 10,000 meetings listed, 100 on a page',
        value: `${seconds.toFixed(2)} s`,
        target: 'for information',
        ok: true,
      },
    ];
  } finally {
    await worker.terminate();
  }
}
