import { signWebhook } from 'react-whereby-embed/server';
import { parseRoomUrl } from 'react-whereby-embed/url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Board, Timeline } from '../../examples/school/shared/api.js';
import { createLink } from '../../examples/school/server/people/session.js';
import { readBoard } from '../../examples/school/server/board/readBoard.js';
import { bookLesson } from './support/bookLesson.js';
import { startTestSchool } from './support/startTestSchool.js';
import type { Browser, TestSchool } from './support/startTestSchool.js';

let school: TestSchool;
let office: Browser;

beforeAll(async () => {
  school = await startTestSchool();
  office = await school.signIn('office');
});
afterAll(() => school?.close());

async function readRoomUrl(person: Browser, lessonId: string) {
  await expect.poll(async () => (await person(`/api/meetings/${lessonId}`)).status).toBe(200);
  const { url } = (await (await person(`/api/meetings/${lessonId}`)).json()) as { url: string };
  return url;
}

async function readPeople(lessonId: string): Promise<Board['lessons'][number]['people']> {
  const { lessons } = await readBoard(school.school);
  return lessons.find(({ id }) => id === lessonId)?.people ?? [];
}

/** What a person does who opens this room URL. */
function join(url: string, changes: { displayName?: string; externalId?: string; metadata?: string | null } = {}) {
  const { roomName, params } = parseRoomUrl(url);
  const { displayName = '', externalId = null, metadata = null } = { ...params, ...changes };
  return school.sandbox.world.join(roomName, { displayName, externalId, metadata });
}

test('a lesson of others is not there: nothing of it is said, and the refusal is logged', async () => {
  const lesson = await bookLesson(school, office);
  const leo = await school.signIn('leo');
  await readRoomUrl(await school.signIn('anna'), lesson.id);
  for (const [path, init] of [
    [`/api/meetings/${lesson.id}`, {}],
    [`/api/lessons/${lesson.id}`, {}],
    [`/api/lessons/${lesson.id}/timeline`, {}],
    [`/api/lessons/${lesson.id}/consent`, { method: 'POST', json: { given: true } }],
    [`/api/lessons/${lesson.id}/feedback`, { method: 'POST', json: { rating: 5, text: '' } }],
  ] as const)
    expect([path, (await leo(path, init)).status]).toEqual([path, 404]);
  expect(await (await leo('/api/lessons')).json()).toEqual([]);
  expect(school.lines.some((line) => line.includes('refused') && line.includes(lesson.id))).toBe(true);
  // The meeting's own id leads nowhere either.
  const { meeting_id } = await school.school.database
    .selectFrom('rooms')
    .select('meeting_id')
    .where('lesson_id', '=', lesson.id)
    .executeTakeFirstOrThrow();
  expect((await leo(`/api/meetings/${meeting_id}`)).status).toBe(404);
});

test('only the office books, moves, cancels, reads reports and has recordings', async () => {
  const lesson = await bookLesson(school, office);
  for (const person of ['anna', 'mia', 'eva']) {
    const browser = await school.signIn(person);
    for (const [path, method] of [
      ['/api/lessons', 'POST'],
      [`/api/lessons/${lesson.id}`, 'PATCH'],
      [`/api/lessons/${lesson.id}`, 'DELETE'],
      ['/api/people', 'GET'],
      ['/api/reports/month.csv?month=2026-11', 'GET'],
      ['/api/reports/hours?month=2026-11', 'GET'],
      ['/api/recordings', 'GET'],
      ['/api/recordings/log', 'GET'],
      ['/api/recordings/x/file', 'GET'],
    ] as const)
      expect([person, path, (await browser(path, { method })).status]).toEqual([person, path, 403]);
  }
  expect((await fetch(`${school.url}/api/me`)).status).toBe(401);
  expect((await fetch(`${school.url}/api/meetings/${lesson.id}`)).status).toBe(401);
});

test('a student with the teacher’s link is refused: in another browser, and in the student’s own', async () => {
  const link = `${school.url}${await createLink(school.school, 'anna')}`;
  const mia = await school.signIn('mia');
  const readRefusal = ({ headers }: Response) => [headers.get('location'), headers.get('set-cookie')];
  const open = (address: string) => fetch(address, { redirect: 'manual' });
  expect(readRefusal(await mia(link.slice(school.url.length)))).toEqual(['/?problem=signed-in', null]);
  expect((await open(link)).headers.get('location')).toBe('/lessons');
  expect(readRefusal(await open(link))).toEqual(['/?problem=used', null]);
  const forged = link.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
  expect(readRefusal(await open(forged))).toEqual(['/?problem=unknown', null]);
  expect(readRefusal(await open(forged.replace('token=', 'token=x')))).toEqual(['/?problem=unknown', null]);
  expect((await fetch(`${school.url}/api/me`, { headers: { cookie: 'school=anna:x.y' } })).status).toBe(401);
  expect(school.lines.filter((line) => line.includes('link refused')).length).toBeGreaterThanOrEqual(3);
});

test('every answer tells browsers what a page of the school may load and frame, and that no other site may frame it', async () => {
  for (const path of ['/health', '/enter?token=x', '/api/me', '/api/meetings/x', '/nowhere']) {
    const { headers } = await office(path);
    expect([path, headers.get('content-security-policy')]).toEqual([
      path,
      expect.stringMatching(/frame-src https:\/\/\*\.whereby\.com;.*frame-ancestors 'self'/),
    ]);
    expect([path, headers.get('x-content-type-options')]).toEqual([path, 'nosniff']);
  }
});

test('a page of another site changes nothing', async () => {
  const response = await office('/api/lessons', {
    method: 'POST',
    json: {},
    headers: { origin: 'https://evil.example' },
  });
  expect(response.status).toBe(403);
});

test('a student gets no right of the teacher, whatever the page asks for', async () => {
  const lesson = await bookLesson(school, office);
  const mia = await school.signIn('mia');
  const url = await readRoomUrl(mia, lesson.id);
  expect(parseRoomUrl(url)).toMatchObject({ hasRoomKey: false, params: { displayName: 'Mia', minimal: true } });
  const asked = (await (await mia(`/api/meetings/${lesson.id}?role=host&displayName=Anna`)).json()) as {
    url: string;
    role: string;
  };
  expect(asked.role).toBe('visitor');
  expect(parseRoomUrl(asked.url)).toMatchObject({ hasRoomKey: false, params: { displayName: 'Mia' } });
  expect((await mia('/api/meetings/meetings', { method: 'POST', json: { key: lesson.id } })).status).toBe(403);
});

test('who changes the parameters of their URL is nobody on the board, in the timeline and in the CSV', async () => {
  const lesson = await bookLesson(school, office);
  const anna = await readRoomUrl(await school.signIn('anna'), lesson.id);
  const eva = await readRoomUrl(await school.signIn('eva'), lesson.id);
  const other = await bookLesson(school, office);
  const annaElsewhere = parseRoomUrl(await readRoomUrl(await school.signIn('anna'), other.id)).params;
  const joined = [
    join(anna),
    // A parent with the teacher's name; with the teacher's identifier; with what was signed for another lesson.
    join(eva, { displayName: 'Anna', externalId: 'anna', metadata: null }),
    join(eva, { displayName: 'Anna', externalId: parseRoomUrl(anna).params.externalId! }),
    join(eva, { displayName: 'Anna', externalId: annaElsewhere.externalId!, metadata: annaElsewhere.metadata! }),
  ].map((participant) => participant!.participantId);
  await expect.poll(async () => (await readPeople(lesson.id)).filter(({ id }) => id === null)).toHaveLength(3);
  const people = await readPeople(lesson.id);
  expect(people.filter(({ present, id }) => present && id !== null)).toMatchObject([{ id: 'anna' }]);
  const readTimeline = async () => {
    const { stays, isReconciled } = (await (await office(`/api/lessons/${lesson.id}/timeline`)).json()) as Timeline;
    return { isReconciled, people: stays.map(({ personId, role }) => `${personId} ${role}`).sort() };
  };
  const known = ['anna teacher', 'null unknown', 'null unknown', 'null unknown'];
  expect(await readTimeline()).toEqual({ isReconciled: false, people: known });

  // Insights have the identifier that somebody copied, and no metadata: what the webhooks said still decides.
  for (const participantId of joined) school.sandbox.world.leave(participantId);
  school.sandbox.clock.advance(65 * 60_000);
  await expect.poll(readTimeline).toEqual({ isReconciled: true, people: known });
});

test('forged webhooks are refused and logged, and leave no row', async () => {
  const lesson = await bookLesson(school, office);
  await readRoomUrl(await school.signIn('anna'), lesson.id);
  const { meeting_id: meetingId, room_name: roomName } = await school.school.database
    .selectFrom('rooms')
    .selectAll()
    .where('lesson_id', '=', lesson.id)
    .executeTakeFirstOrThrow();
  const data = {
    meetingId,
    roomName,
    displayName: 'Nobody',
    participantId: 'p',
    roleName: 'visitor',
    numClients: 1,
    numClientsByRoleName: {},
  };
  const body = JSON.stringify({
    id: 'forged',
    apiVersion: '1.0',
    createdAt: new Date().toISOString(),
    type: 'room.client.joined',
    data,
  });
  const send = async (signature: string | undefined, text = body) =>
    (
      await fetch(`${school.url}/webhooks/whereby`, {
        method: 'POST',
        body: text,
        headers: signature === undefined ? {} : { 'whereby-signature': signature },
      })
    ).status;
  const genuine = await signWebhook({ body, secret: school.sandbox.webhookSecret });
  expect(await send(undefined)).toBe(401);
  expect(await send(await signWebhook({ body, secret: 'guessed' }))).toBe(401);
  expect(await send(genuine, body.replace('Nobody', 'Anna'))).toBe(401);
  expect(
    await send(await signWebhook({ body, secret: school.sandbox.webhookSecret, timestamp: Date.now() - 3_600_000 })),
  ).toBe(401);
  expect(
    await school.school.database.selectFrom('lesson_events').selectAll().where('id', '=', 'forged').execute(),
  ).toEqual([]);
  expect(school.lines.filter((line) => line.includes('"what":"webhook"') && line.includes('"status":401')).length).toBe(
    4,
  );
});

test('a script or a formula in a name is text in the CSV, in the JSON and in the log', async () => {
  const script = '<script>alert(1)</script>';
  const formula = '=HYPERLINK("https://evil.example")\n@x';
  const lesson = await bookLesson(school, office, { title: `${script} ${formula}` });
  const eva = await readRoomUrl(await school.signIn('eva'), lesson.id);
  join(eva, { displayName: formula, externalId: 'x', metadata: null });
  join(eva, { displayName: script, externalId: 'y', metadata: null });
  await expect.poll(async () => (await readPeople(lesson.id)).filter(({ id }) => id === null)).toHaveLength(2);
  const month = new Date(school.sandbox.clock.now()).toISOString().slice(0, 7);
  const response = await office(`/api/reports/month.csv?month=${month}`);
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(response.headers.get('content-disposition')).toMatch(/^attachment/);
  expect(await response.text()).toContain(`"'=HYPERLINK(`);
  // One line for each entry, whatever a name has in it.
  for (const line of school.lines) expect(JSON.parse(line)).toHaveProperty('what');
});

test('no line of the log has a key, a secret or a host’s URL', () => {
  const { sandbox, lines } = school;
  const log = lines.join('\n');
  expect(lines.length).toBeGreaterThan(10);
  for (const secret of [sandbox.apiKey, sandbox.webhookSecret, school.school.secret]) expect(log).not.toContain(secret);
  expect(log).not.toMatch(/roomKey=eyJ/);
});
