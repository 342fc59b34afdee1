import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createAttendance } from '../../src/server/attendance/createAttendance.js';
import { summarizeAttendance } from '../../src/server/attendance/summarizeAttendance.js';
import type { AttendanceEvent } from '../../src/server/attendance/types.js';
import type { BenchRow } from './row.js';

const meetings = 20_000;
const eventsOfMeeting = 50;
const day = 86_400_000;
const start = Date.UTC(2025, 0, 1);

/** The events of a meeting, each on a day of its own: people join, now and then one leaves, and in the end all do. */
function* meetingEvents(meeting: number, meetingId = `m-${meeting}`): Generator<AttendanceEvent> {
  const roomName = `/${meetingId}`;
  const roomSessionId = `session-${meeting}`;
  const present: number[] = [];
  let people = 0;
  for (let at = 0; at < eventsOfMeeting; at++) {
    const id = `event-${meeting}-${at}`;
    const createdAt = new Date(start + meeting * day + at * 40_000).toISOString();
    if (at === 2) yield { id, type: 'room.session.started', createdAt, data: { meetingId, roomName, roomSessionId } };
    else if (at === eventsOfMeeting - 1)
      yield { id, type: 'room.session.ended', createdAt, data: { meetingId, roomName, roomSessionId } };
    else {
      const isLeaving = present.length >= eventsOfMeeting - 1 - at || (present.length > 0 && at % 4 === 3);
      const person = isLeaving ? present.shift()! : people++;
      if (!isLeaving) present.push(person);
      const visitors = present.filter((one) => one !== 0).length;
      const data = {
        meetingId,
        roomName,
        roomSessionId,
        participantId: `participant-${meeting}-${person}`,
        externalId: `person-${person}`,
        displayName: `Person ${person}`,
        metadata: null,
        roleName: person === 0 ? 'host' : 'visitor',
        numClients: present.length,
        numClientsByRoleName: present.includes(0) ? { host: 1, visitor: visitors } : { visitor: visitors },
        isDialIn: false,
      };
      yield { id, type: isLeaving ? 'room.client.left' : 'room.client.joined', createdAt, data };
    }
  }
}

interface Measured {
  /** On the clock, without the time it takes to make the events. */
  readonly seconds: number;
  readonly participantMinutes: number;
  /** Megabytes in use after each quarter. */
  readonly heap: readonly number[];
}

const isQuarter = (meeting: number) => (meeting + 1) % (meetings / 4) === 0;

function measureHeap(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1_048_576;
}

/** Each runs in a process of its own, so that the memory it takes can be told. */
const measures = {
  /** Many meetings, each summarized when all its events are there. */
  meetings(): Measured {
    let seconds = 0;
    let participantMinutes = 0;
    for (let meeting = 0; meeting < meetings; meeting++) {
      const events = [...meetingEvents(meeting)];
      const before = performance.now();
      participantMinutes += summarizeAttendance(events).participantMinutes;
      seconds += (performance.now() - before) / 1000;
    }
    return { seconds, participantMinutes, heap: [] };
  },
  /** A room that is used every day, its events taken one by one. */
  stream(): Measured {
    const attendance = createAttendance({ settleAfter: 3_600_000 });
    const heap: number[] = [];
    let seconds = 0;
    for (let meeting = 0; meeting < meetings; meeting++) {
      const events = [...meetingEvents(meeting, 'room')];
      const before = performance.now();
      for (const event of events) attendance.add(event);
      seconds += (performance.now() - before) / 1000;
      if (isQuarter(meeting)) heap.push(measureHeap());
    }
    const { participantMinutes } = attendance.summary();
    return { seconds, participantMinutes, heap };
  },
};

type Measure = keyof typeof measures;

/** Also returns the most megabytes the process ever had, with Node itself and the tool that runs this file. */
function measureInProcess(name: Measure): Measured & { readonly peak: number } {
  const file = fileURLToPath(import.meta.url);
  const output = execFileSync(process.execPath, ['--expose-gc', '--import', 'tsx', file, name], { encoding: 'utf8' });
  return JSON.parse(output) as Measured & { readonly peak: number };
}

/** Attendance of many meetings, and of one room over many days. */
export async function run(): Promise<BenchRow[]> {
  const single = measureInProcess('meetings');
  const stream = measureInProcess('stream');
  const growth = stream.heap.at(-1)! - stream.heap[0]!;
  const count = `${meetings.toLocaleString('en')} meetings of ${eventsOfMeeting} events`;
  return [
    {
      name: `attendance of ${count}`,
      value: `${single.seconds.toFixed(2)} s`,
      target: '<= 3 s',
      ok: single.seconds <= 3,
    },
    {
      name: 'the most memory that process had',
      value: `${single.peak} MB`,
      target: '<= 400 MB',
      ok: single.peak <= 400,
    },
    {
      name: `as one stream (${stream.seconds.toFixed(2)} s): memory in use after each quarter`,
      value: `${stream.heap.map((used) => used.toFixed(1)).join(', ')} MB`,
      target: 'flat (< 5 MB more), same sums',
      ok: growth < 5 && stream.participantMinutes === single.participantMinutes,
    },
  ];
}

const [, , asked = ''] = process.argv;
if (Object.hasOwn(measures, asked)) {
  const measured = measures[asked as Measure]();
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(JSON.stringify({ ...measured, peak }));
}
