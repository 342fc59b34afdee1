/**
 * `npm run school:soak [minutes]`: 200 lessons and 600 people in one simulated day, which takes four minutes, at 50 requests a
 * second. Exits with 1 if 95 of 100 requests do not end within 150 ms, memory grows, or the log has an error.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startSandbox } from 'react-whereby-embed/sandbox';
import { parseRoomUrl } from 'react-whereby-embed/url';
import { createLink } from '../../../examples/school/server/people/session.js';
import { startSchool } from '../../../examples/school/server/startSchool.js';
import type { BenchRow } from '../../../scripts/bench/row.js';
import { startPostgres } from '../../../scripts/databases/startPostgres.js';

const lessons = 200;
const requestsPerSecond = 50;
const limit = 150;
const day = 86_400_000;
const seconds = Number(process.argv[2] ?? 4) * 60;

const postgres = await startPostgres();
if (!postgres) throw new Error('Install PostgreSQL: the soak runs on a real one.');
const folder = mkdtempSync(join(tmpdir(), 'soak-'));
const sandbox = await startSandbox({ api: { pointsPerMinute: null }, delivery: { keep: 1_000 } });
sandbox.world.clock.freeze(Date.parse('2026-11-30T00:00:00Z'));
const errors: string[] = [];
const running = await startSchool({
  databaseUrl: postgres.url,
  recordingsFolder: folder,
  presetsFile: new URL('../../../examples/school/presets.json', import.meta.url).pathname,
  readKey: () => sandbox.apiKey,
  readWebhookSecret: () => sandbox.webhookSecret,
  apiUrl: sandbox.apiUrl,
  now: () => sandbox.clock.now(),
  log: (line) => {
    if (line.includes('"level":"error"')) errors.push(line);
  },
});
const url = `http://127.0.0.1:${await running.listen(0)}`;
sandbox.webhooks.addEndpoint(`${url}/webhooks/whereby`);
const { database } = running.school;

interface Soaked {
  readonly id: string;
  readonly startsAt: number;
  readonly people: readonly string[];
  participants: string[] | undefined;
}

const begin = sandbox.clock.now();
const all: Soaked[] = Array.from({ length: lessons }, (_, at) => ({
  id: `soak${at}`,
  startsAt: begin + 3_600_000 + Math.floor((at / lessons) * (day - 3 * 3_600_000)),
  people: [`teacher${at}`, `student${at}`, `parent${at}`],
  participants: undefined,
}));
const cookies = new Map<string, string>();

async function addPerson(id: string, role: 'office' | 'teacher' | 'student' | 'parent'): Promise<void> {
  await database.insertInto('people').values({ id, name: id, role, language: 'en' }).execute();
  const entered = await fetch(`${url}${await createLink(running.school, id)}`, { redirect: 'manual' });
  cookies.set(id, entered.headers.get('set-cookie')!.split(';')[0]!);
}

await addPerson('office', 'office');
for (const { id, startsAt, people } of all) {
  const [teacher, student, parent] = people as [string, string, string];
  await addPerson(teacher, 'teacher');
  await addPerson(student, 'student');
  await addPerson(parent, 'parent');
  await database
    .insertInto('lessons')
    .values({
      id,
      title: 'Piano',
      starts_at: new Date(startsAt),
      ends_at: new Date(startsAt + 45 * 60_000),
      time_zone: 'Europe/Berlin',
      teacher_id: teacher,
      cancelled_at: null,
      consent: 'none',
      keep_recording_days: 30,
      reconciled_at: null,
    })
    .execute();
  await database
    .insertInto('lesson_people')
    .values([
      { lesson_id: id, person_id: teacher, part: 'teacher' },
      { lesson_id: id, person_id: student, part: 'student' },
      { lesson_id: id, person_id: parent, part: 'observer' },
    ])
    .execute();
}

const took: number[] = [];
const memory: number[] = [];
const pending = new Set<Promise<void>>();
let failed = 0;

async function request(path: string, person: string): Promise<Response> {
  const from = performance.now();
  const response = await fetch(`${url}${path}`, { headers: { cookie: cookies.get(person)! } });
  const text = await response.text();
  took.push(performance.now() - from);
  if (response.status >= 500 && response.status !== 503) failed++;
  return new Response(text, { status: response.status });
}

/** Everyone of a lesson enters with the URL that the school gives them. */
async function enter(lesson: Soaked): Promise<void> {
  lesson.participants = [];
  for (const person of lesson.people) {
    const response = await request(`/api/meetings/${lesson.id}`, person);
    if (!response.ok) {
      lesson.participants = undefined;
      return;
    }
    const { url: roomUrl } = (await response.json()) as { url: string };
    const { roomName, params } = parseRoomUrl(roomUrl);
    const { displayName = '', externalId = null, metadata = null } = params;
    lesson.participants.push(sandbox.world.join(roomName, { displayName, externalId, metadata })!.participantId);
  }
}

let entered = 0;
const background = (work: Promise<void>) => {
  const own = work.catch((error: unknown) => void errors.push(String(error))).finally(() => pending.delete(own));
  pending.add(own);
};

for (let second = 0; second < seconds; second++) {
  const from = performance.now();
  sandbox.world.clock.advance(day / seconds);
  const now = sandbox.clock.now();
  for (const lesson of all) {
    const age = now - lesson.startsAt;
    if (lesson.participants === undefined && age > -10 * 60_000 && age < 40 * 60_000) {
      background(enter(lesson).then(() => void (entered += lesson.participants ? 1 : 0)));
    } else if (lesson.participants?.length && age > 40 * 60_000) {
      for (const participant of lesson.participants.splice(0)) sandbox.world.leave(participant);
    }
  }
  for (let at = 0; at < requestsPerSecond; at++) {
    const lesson = all[Math.floor(Math.random() * all.length)]!;
    const person = lesson.people[at % 3]!;
    const choices: readonly (readonly [string, string])[] = [
      ['/api/lessons', person],
      [`/api/lessons/${lesson.id}`, person],
      [`/api/meetings/${lesson.id}`, person],
      ['/api/me', person],
      [`/api/lessons/${lesson.id}/timeline`, 'office'],
      ['/ready', 'office'],
    ];
    background(request(...choices[at % choices.length]!).then(() => undefined));
    await pause(Math.max(0, from + (at * 1_000) / requestsPerSecond - performance.now()));
  }
  global.gc?.();
  memory.push(process.memoryUsage().heapUsed / 1_048_576);
  await pause(Math.max(0, from + 1_000 - performance.now()));
}
await Promise.all(pending);

const sorted = took.sort((one, other) => one - other);
const at = (share: number) => Math.round(sorted[Math.floor(sorted.length * share)]!);
const average = (part: readonly number[]) => part.reduce((sum, each) => sum + each, 0) / part.length;
const third = Math.floor(memory.length / 3);
const [middle, end] = [average(memory.slice(third, 2 * third)), average(memory.slice(2 * third))];
const rooms = await database
  .selectFrom('rooms')
  .select(({ fn }) => fn.countAll<string>().as('count'))
  .executeTakeFirst();
console.log(`${entered} of ${lessons} lessons were held in ${rooms?.count} rooms`);
console.log(
  `${took.length} requests: half within ${at(0.5)} ms, 95 % within ${at(0.95)} ms (limit ${limit}), ${failed} failed`,
);
console.log(`memory: ${middle.toFixed(0)} MB in the middle, ${end.toFixed(0)} MB at the end`);
console.log(
  `errors in the log: ${errors.length}${errors
    .slice(0, 5)
    .map((line) => `\n  ${line}`)
    .join('')}`,
);
const rows: readonly BenchRow[] = [
  {
    name: `school: 95 % of ${took.length} requests at ${requestsPerSecond} a second end within`,
    value: `${at(0.95)} ms`,
    target: `<= ${limit} ms`,
    ok: at(0.95) <= limit,
  },
  {
    name: 'school: heap in the middle of the day and at its end',
    value: `${middle.toFixed(0)} and ${end.toFixed(0)} MB`,
    target: 'at most 15 % and 10 MB more',
    ok: end < middle * 1.15 + 10,
  },
  {
    name: 'school: requests that failed, and errors in the log',
    value: `${failed} and ${errors.length}`,
    target: '0 and 0',
    ok: failed === 0 && errors.length === 0,
  },
  {
    name: 'school: lessons held',
    value: String(entered),
    target: String(lessons),
    ok: entered === lessons,
  },
];
// The bench forks this file, and prints the figures in its own table.
process.send?.(rows);

await running.stop();
await sandbox.close();
await postgres.stop();
rmSync(folder, { recursive: true, force: true });
process.exit(rows.every(({ ok }) => ok) ? 0 : 1);
