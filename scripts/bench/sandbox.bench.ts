import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startSandbox } from '../../src/sandbox/index.js';
import type { BenchRow } from './row.js';
import { loadSandbox, REQUESTS_PER_SECOND, ROOMS } from './sandbox/loadSandbox.js';
import { startCommand } from './sandbox/startCommand.js';

const REQUESTS = 5_000;
const PARALLEL = 20;
const EVENTS = 5_000;

const perSecond = (count: number, ms: number) => Math.round((count / ms) * 1_000);

const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((one, other) => one - other)[Math.ceil((values.length * share) / 100) - 1] ?? NaN;

async function startUp(): Promise<BenchRow> {
  const starts: number[] = [];
  for (let count = 0; count < 5; count += 1) starts.push(await startCommand());
  const ms = percentile(starts, 50);
  return {
    name: 'sandbox: start of the built command, to its first answer',
    value: `${Math.round(ms)} ms`,
    target: 'under 300 ms',
    ok: ms < 300,
  };
}

async function load(): Promise<BenchRow[]> {
  const { people, answers, failures, delays, memory } = await loadSandbox();
  const [before, after] = memory;
  const growth = (after / before - 1) * 100;
  const late = percentile(delays, 99);
  const of = `${ROOMS} rooms, ${people.toLocaleString('en')} people, ${REQUESTS_PER_SECOND} requests a second`;
  return [
    {
      name: `sandbox: ${of}`,
      value: `${answers.length} answered, ${failures} not`,
      target: 'all',
      ok: failures === 0,
    },
    { name: 'sandbox, loaded: an answer, p99', value: `${percentile(answers, 99).toFixed(1)} ms` },
    {
      name: `sandbox, loaded: ${delays.length} deliveries after their event, p99`,
      value: `${late} ms`,
      target: 'under 50 ms',
      ok: late < 50,
    },
    {
      name: 'sandbox, loaded: memory after an hour of its clock',
      value: `${(after / 2 ** 20).toFixed(1)} MB, ${growth.toFixed(1)} %`,
      target: 'at most 5 % more',
      ok: growth <= 5,
    },
  ];
}

async function requests(): Promise<BenchRow> {
  const sandbox = await startSandbox();
  const headers = { authorization: `Bearer ${sandbox.apiKey}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ endDate: new Date(Date.now() + 3_600_000).toISOString(), fields: ['hostRoomUrl'] });
  let left = REQUESTS;
  const worker = async () => {
    while (left > 0) {
      left -= 2;
      const made = await fetch(`${sandbox.apiUrl}/meetings`, { method: 'POST', headers, body });
      const { meetingId } = (await made.json()) as { meetingId: string };
      await (await fetch(`${sandbox.apiUrl}/meetings/${meetingId}`, { headers })).json();
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: PARALLEL }, worker));
  const rate = perSecond(REQUESTS, performance.now() - start);
  await sandbox.close();
  return {
    name: 'sandbox: REST requests, half of them creating a meeting',
    value: `${rate}/s`,
    target: 'at least 500/s',
    ok: rate >= 500,
  };
}

async function deliveries(concurrency: number): Promise<BenchRow> {
  const receiver = createServer((request, response) => {
    request.resume();
    request.on('end', () => response.end());
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const { port } = receiver.address() as AddressInfo;
  const sandbox = await startSandbox({ webhooks: [`http://127.0.0.1:${port}/`], delivery: { concurrency } });
  const start = performance.now();
  for (let count = 0; count < EVENTS; count += 1) sandbox.trigger('room.client.joined');
  await sandbox.webhooks.settled();
  const rate = perSecond(EVENTS, performance.now() - start);
  const arrived = sandbox.webhooks.list().filter(({ state }) => state === 'delivered').length;
  await sandbox.close();
  receiver.closeAllConnections();
  await new Promise((resolve) => receiver.close(resolve));
  return {
    name: `sandbox: signed webhook deliveries, ${concurrency} at once`,
    value: `${rate}/s`,
    target: 'at least 300/s, all delivered',
    ok: rate >= 300 && arrived === EVENTS,
  };
}

export async function run(): Promise<BenchRow[]> {
  return [await startUp(), await requests(), await deliveries(1), await deliveries(8), ...(await load())];
}
