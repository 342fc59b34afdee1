import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createAttendance } from '../../src/server/attendance/createAttendance.js';
import { summarizeAttendance } from '../../src/server/attendance/summarizeAttendance.js';
import type { AttendanceEvent } from '../../src/server/attendance/types.js';
import type { BenchRow } from './row.js';

const people = 1000;
const atOnce = 30;
const start = Date.UTC(2025, 0, 1);

/** Events of a room in which people come and go, made one by one so that they take no memory. */
function* comings(count: number): Generator<AttendanceEvent> {
  const present: number[] = [];
  for (let at = 0, who = 0; at < count; at++) {
    // Empties now and then, as rooms do at night.
    const leaves = present.length > 0 && (present.length >= atOnce || at % 2000 > 1960);
    const person = leaves ? present.shift()! : who++ % people;
    if (!leaves) present.push(person);
    yield {
      id: `event-${at}`,
      type: leaves ? 'room.client.left' : 'room.client.joined',
      createdAt: new Date(start + at * 1000).toISOString(),
      data: {
        meetingId: 'm',
        roomName: '/m',
        roomSessionId: null,
        participantId: `participant-${person}`,
        externalId: `person-${person}`,
        displayName: `Person ${person}`,
        metadata: null,
        roleName: 'visitor',
        numClients: present.length,
        numClientsByRoleName: present.length > 0 ? { visitor: present.length } : {},
        isDialIn: false,
      },
    };
  }
}

const seconds = (since: NodeJS.CpuUsage) => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1_000_000;
};

const megabytes = (bytes: number) => Math.round(bytes / 1_048_576);

/** Run in a process of its own, whose memory nothing else disturbs. */
function measure(): void {
  // Making the events is not what is measured.
  const made = process.cpuUsage();
  for (const event of comings(1_000_000)) void event;
  const making = seconds(made);

  const rss = process.memoryUsage.rss();
  const before = process.cpuUsage();
  const wall = performance.now();
  const summary = summarizeAttendance(comings(1_000_000));
  // Processor time: what else runs on the machine does not count.
  const cpu = seconds(before) - making;
  const waited = (performance.now() - wall) / 1000;
  const peak = process.resourceUsage().maxRSS * 1024 - rss;

  const stream = createAttendance({ settleAfter: 3_600_000 });
  const heap: number[] = [];
  let at = 0;
  for (const event of comings(1_000_000)) {
    stream.add(event);
    if (++at % 250_000 === 0) {
      globalThis.gc?.();
      heap.push(process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers);
    }
  }
  console.log(
    JSON.stringify({
      cpu,
      waited,
      peak,
      heap,

      same: stream.summary().people[0]?.seconds === summary.people[0]?.seconds,
    }),
  );
}

/** A million events at once, and one by one. */
export async function run(): Promise<BenchRow[]> {
  const text = execFileSync(
    process.execPath,
    ['--expose-gc', '--import', 'tsx', fileURLToPath(import.meta.url), 'measure'],
    { encoding: 'utf8' },
  );
  const { cpu, waited, peak, heap, same } = JSON.parse(text) as {
    cpu: number;
    waited: number;
    peak: number;
    heap: number[];
    same: boolean;
  };
  const grown = (heap.at(-1)! - heap[0]!) / 1_048_576;
  return [
    {
      name: 'attendance of 1,000,000 events',
      value: `${cpu.toFixed(2)} s (${waited.toFixed(2)} s on the clock, events made meanwhile included)`,
      target: '<= 3 s',
      ok: cpu <= 3,
    },
    {
      name: 'memory taken while at it, the answer included',
      value: `${megabytes(peak)} MB`,
      target: '<= 300 MB',
      ok: megabytes(peak) <= 300,
    },
    {
      name: 'memory of the incremental form, growth from 250,000 to 1,000,000 events',
      value: `${grown.toFixed(1)} MB (${heap.map(megabytes).join(', ')} MB in all)`,
      target: 'flat (< 5 MB), same sums',
      ok: grown < 5 && same,
    },
  ];
}

if (process.argv[2] === 'measure') measure();
