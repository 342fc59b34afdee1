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

const million = 1_000_000;
const megabytes = (bytes: number) => Math.round(bytes / 1_048_576);
/** The most this process ever had in memory, with Node itself and the tool that runs this file. */
const peak = () => megabytes(process.resourceUsage().maxRSS * 1024);

interface Measured {
  /** On the clock, in seconds. */
  readonly seconds: number;
  readonly peak: number;
  readonly firstPerson: string;
  /** Megabytes in use after each quarter. */
  readonly heap: readonly number[];
}

/** Each is run in a process of its own, whose memory nothing else disturbs. */
const measures = {
  /** As they come from a file or a database: each is made when it is asked for, which the clock counts too. */
  lazily: () => summarizeAttendance(comings(million)),
  /** All there before the clock starts. */
  array: () => {
    const events = [...comings(million)];
    return () => summarizeAttendance(events);
  },
  stream: (heap: number[]) => {
    const stream = createAttendance({ settleAfter: 3_600_000 });
    let at = 0;
    for (const event of comings(million)) {
      stream.add(event);
      if (++at % (million / 4) !== 0) continue;
      globalThis.gc?.();
      heap.push((process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers) / 1_048_576);
    }
    return stream.summary();
  },
};

function measure(name: keyof typeof measures): Measured {
  const heap: number[] = [];
  let start = performance.now();
  let summary = measures[name](heap);
  if (typeof summary === 'function') {
    start = performance.now();
    summary = summary();
  }
  const seconds = (performance.now() - start) / 1000;
  const [first] = summary.people;
  const firstPerson = `${first?.id} ${first?.seconds} ${first?.minutes}`;
  return { seconds, peak: peak(), firstPerson, heap };
}

function inOwnProcess(name: keyof typeof measures): Measured {
  const text = execFileSync(
    process.execPath,
    ['--expose-gc', '--import', 'tsx', fileURLToPath(import.meta.url), name],
    { encoding: 'utf8' },
  );
  return JSON.parse(text) as Measured;
}

/** A million events read one by one, from an array, and by the form that lets go. */
export async function run(): Promise<BenchRow[]> {
  const lazily = inOwnProcess('lazily');
  const array = inOwnProcess('array');
  const stream = inOwnProcess('stream');
  const grown = stream.heap.at(-1)! - stream.heap[0]!;
  return [
    {
      name: 'attendance of 1,000,000 events read one by one, making them included',
      value: `${lazily.seconds.toFixed(2)} s`,
      target: '<= 3 s',
      ok: lazily.seconds <= 3,
    },
    {
      name: 'the most memory the whole process had meanwhile',
      value: `${lazily.peak} MB`,
      target: '<= 300 MB',
      ok: lazily.peak <= 300,
    },
    {
      name: `the same from an array made beforehand (process: ${array.peak} MB, the events included)`,
      value: `${array.seconds.toFixed(2)} s`,
      target: '<= 3 s',
      ok: array.seconds <= 3,
    },
    {
      name: 'incremental form: memory in use after each 250,000 of 1,000,000 events',
      value: `${stream.heap.map((used) => used.toFixed(1)).join(', ')} MB`,
      target: 'flat (< 5 MB more), same sums',
      ok: grown < 5 && stream.firstPerson === lazily.firstPerson && array.firstPerson === lazily.firstPerson,
    },
    {
      name: `incremental form: the most memory the whole process had (${stream.seconds.toFixed(2)} s)`,
      value: `${stream.peak} MB`,
      target: '<= 300 MB',
      ok: stream.peak <= 300,
    },
  ];
}

const [, , asked = ''] = process.argv;
if (Object.hasOwn(measures, asked)) console.log(JSON.stringify(measure(asked as keyof typeof measures)));
