import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signWebhook } from 'react-whereby-embed/server';
import { startSandbox } from 'react-whereby-embed/sandbox';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { backup, restore } from '../../examples/school/server/database/backup.js';
import { openDatabase } from '../../examples/school/server/database/openDatabase.js';
import { createSecretReader, readPresets } from '../../examples/school/server/settings.js';
import { listenOnLoopback } from '../../scripts/servers/listenOnLoopback.js';
import { bookLesson } from './support/bookLesson.js';
import { createDatabase } from './support/createDatabase.js';
import { startBackend } from './support/startBackend.js';
import { presetsFile, startTestSchool } from './support/startTestSchool.js';
import type { TestSchoolOptions } from './support/startTestSchool.js';

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'school-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

describe('bad input ends the start with a sentence that says what to do', () => {
  const refuse = (options: TestSchoolOptions) =>
    startTestSchool(options).then(
      () => 'it started',
      (error: Error) => `${error.name}: ${error.message}`,
    );
  const writePresets = (text: string) => {
    const file = join(makeFolder(), 'presets.json');
    writeFileSync(file, text);
    return { presetsFile: file };
  };

  test.each([
    ['broken', '{ "version": 1, ', /no JSON/],
    [
      'an unknown parameter',
      '{"version":1,"presets":{"teacher":{"role":"host","params":{"chatt":true}}}}',
      /teacher\.params\.chatt .*Did you mean chat\?/,
    ],
    [
      'a key',
      '{"version":1,"presets":{"teacher":{"role":"host","params":{"roomKey":"x"}}}}',
      /teacher\.params\.roomKey has the key of a room/,
    ],
    [
      'no student',
      '{"version":1,"presets":{"teacher":{"role":"host","params":{}}}}',
      /no preset named student, parent, recorder/,
    ],
  ])('presets.json with %s', async (_, text, sentence) => {
    const refusal = await refuse(writePresets(text));
    expect(refusal).toMatch(/^SchoolError: /);
    expect(refusal).toMatch(sentence);
    expect(refusal).toContain('Nothing was started.');
  });

  test('a presets.json that is not there', async () => {
    expect(await refuse({ presetsFile: '/nowhere/presets.json' })).toMatch(/nowhere\/presets\.json cannot be used/);
  });
  test('a database that does not answer, whose password is not repeated', async () => {
    const refusal = await refuse({ databaseUrl: 'postgresql://me:hunter2@127.0.0.1:1/school' });
    expect(refusal).toMatch(
      /^SchoolError: The database of DATABASE_URL does not answer: .*Start it or correct the address/,
    );
    expect(refusal).not.toContain('hunter2');
  });
  test('a wrong API key', async () => {
    expect(await refuse({ readKey: () => 'wrong' })).toMatch(/^SchoolError: The service cannot be used: /);
  });
  test('a missing API key', async () => {
    expect(await refuse({ readKey: () => undefined })).toMatch(/WHEREBY_API_KEY/);
  });
  test('a missing webhook secret', async () => {
    expect(await refuse({ readWebhookSecret: () => ' ' })).toMatch(/WHEREBY_WEBHOOK_SECRET is missing/);
  });
  test('a port in use', async () => {
    const taken = await listenOnLoopback(createServer());
    onTestFinished(() => taken.close());
    const school = await startTestSchool();
    onTestFinished(() => school.close());
    await expect(school.listen(taken.port)).rejects.toThrow(`Port ${taken.port} is in use.`);
  });
});

test('keys and webhook secrets are rotated without a restart', async () => {
  const folder = makeFolder();
  const key = join(folder, 'key');
  let secret = 'first';
  const first = await startSandbox({ apiKey: 'key_one' });
  onTestFinished(() => first.close());
  writeFileSync(key, 'key_one\n');
  const school = await startTestSchool({
    apiUrl: first.apiUrl,
    readKey: createSecretReader('KEY', { KEY_FILE: key }),
    readWebhookSecret: () => secret,
  });
  onTestFinished(() => school.close());
  await school.school.whereby.meetings.list().page();

  writeFileSync(key, 'key_two\n');
  // A file system may count whole seconds.
  utimesSync(key, new Date(), new Date(Date.now() + 5_000));
  await expect(school.school.whereby.meetings.list().page()).rejects.toMatchObject({ code: 'API_UNAUTHORIZED' });

  const body = JSON.stringify({
    id: '1',
    apiVersion: '1.0',
    createdAt: new Date().toISOString(),
    type: 'room.session.started',
    data: { roomName: '/x' },
  });
  const send = async (signer: string) =>
    (
      await fetch(`${school.url}/webhooks/whereby`, {
        method: 'POST',
        body,
        headers: { 'whereby-signature': await signWebhook({ body, secret: signer }) },
      })
    ).status;
  expect([await send('first'), await send('second')]).toEqual([200, 401]);
  secret = 'second, first';
  expect([await send('first'), await send('second')]).toEqual([200, 200]);
  secret = 'second';
  expect([await send('first'), await send('second')]).toEqual([401, 200]);
});

test('backup and restore: another database has the same rows, links and reports', async () => {
  const folder = makeFolder();
  const [from, to, file] = ['from', 'to', 'backup.jsonl'].map((name) => join(folder, name)) as [string, string, string];
  const school = await startTestSchool({ dataFolder: from });
  const office = await school.signIn('office');
  const lesson = await bookLesson(school, office);
  await school.close();

  const count = await backup(undefined, from, file);
  expect(await restore(undefined, to, file)).toBe(count);
  await expect(restore(undefined, to, file)).rejects.toThrow('has people already');
  const { database, close } = await openDatabase(undefined, to);
  onTestFinished(close);
  expect(await database.selectFrom('lessons').select('id').execute()).toEqual([{ id: lesson.id }]);
  expect(await database.selectFrom('settings').select('value').execute()).toEqual([{ value: school.school.secret }]);
});

test('a restore of what is no backup changes nothing', async () => {
  const folder = makeFolder();
  const file = join(folder, 'backup.jsonl');
  writeFileSync(
    file,
    '{"table":"people","row":{"id":"a","name":"A","role":"office","language":"en"}}\n{"table":"pg_user","row":{}}\n',
  );
  await expect(restore(undefined, join(folder, 'to'), file)).rejects.toThrow('Nothing was changed.');
  const { database, close } = await openDatabase(undefined, join(folder, 'to'));
  onTestFinished(close);
  expect(await database.selectFrom('people').selectAll().execute()).toEqual([]);
});

test.skipIf(!inject('postgres'))(
  'SIGTERM: the work that runs comes to its end, and the process ends with 0',
  async () => {
    const database = await createDatabase();
    const sandbox = await startSandbox();
    const folder = mkdtempSync(join(tmpdir(), 'school-'));
    onTestFinished(async () => {
      await sandbox.close();
      await database.destroy();
      rmSync(folder, { recursive: true, force: true });
    });
    const backend = await startBackend({ sandbox, databaseUrl: database.url, folder });
    expect((await fetch(`${backend.url}/health`)).status).toBe(200);
    expect((await fetch(`${backend.url}/ready`)).status).toBe(200);
    await database.pool.query(`insert into people values ('anna', 'Anna', 'teacher', 'de')`);
    sandbox.faults.add({ method: 'POST', path: '/v1/meetings', latencyMs: 1_500 });
    await database.pool.query(
      `insert into lessons values ('term', 'Piano', now(), now() + interval '1 hour', 'Europe/Berlin', 'anna', null, 'none', 30, null)`,
    );
    const leases = () => database.pool.query(`select from leases where key = 'room term'`);
    await expect.poll(async () => (await leases()).rowCount).toBe(1);
    expect(await backend.stop()).toBe(0);
    const { rows } = await database.pool.query<{ meeting_id: string }>('select meeting_id from rooms');
    expect(rows.map((row) => row.meeting_id)).toEqual(Object.keys(sandbox.world.state.meetings));
    expect(rows).toHaveLength(1);
    expect((await leases()).rowCount).toBe(0);
  },
);

test('the example’s own presets are valid', () => {
  expect(Object.keys(readPresets(presetsFile))).toEqual(
    expect.arrayContaining(['teacher', 'student', 'parent', 'recorder']),
  );
});
