import { expect, test } from 'vitest';
import { runExplain } from '../../../src/sandbox/cli/runExplain.js';

async function explain(args: readonly string[], input?: string) {
  const printed = { out: '', err: '' };
  const io = {
    out: (text: string) => void (printed.out += `${text}\n`),
    err: (text: string) => void (printed.err += `${text}\n`),
  };
  const code = await runExplain(args, io, input === undefined ? null : () => Promise.resolve(input));
  return { code, ...printed };
}

test('shows host, room, role and parameters of an address in any text, never its key', async () => {
  const { code, out } = await explain([
    'Join me: <https://acme.whereby.com/demo?roomKey=SECRET7&chat=off&lang=de>, at ten.',
  ]);
  expect(code).toBe(0);
  expect(out).toMatch(/Host +acme\.whereby\.com\nRoom +demo\nRole +host or viewer/);
  expect(out).toMatch(/chat +off /);
  expect(out).toContain('No problems.');
  expect(out).not.toContain('SECRET7');
});

test('lists each problem with its cure, and ends with 1', async () => {
  const { code, out } = await explain(['https://acme.whereby.com/demo?chat=banana&whatever=1']);
  expect(code).toBe(1);
  expect(out).toMatch(/error +chat takes on or off\n +Give it a value/);
  expect(out).toMatch(/warning +whatever is no parameter of a room\n +Check the spelling/);
});

test('prints all of it as JSON, without the key', async () => {
  const { code, out } = await explain(['--json', 'https://acme.whereby.com/demo?roomKey=SECRET7&chat=banana']);
  expect(code).toBe(1);
  expect(out).not.toContain('SECRET7');
  expect(JSON.parse(out)).toMatchObject({
    host: 'acme.whereby.com',
    room: 'demo',
    role: 'host or viewer',
    problems: [{ code: 'INVALID_VALUE', param: 'chat' }],
  });
});

test.each([
  ['no address', 'nothing to see', /no address of a room/],
  ['two addresses', 'https://acme.whereby.com/a https://acme.whereby.com/b', /2 addresses/],
  ['10,001 characters', 'x'.repeat(10_001), /10,001 characters/],
  ["another vendor's address", 'https://meet.example.com/demo', /not the host of a Whereby/],
])('says what is wrong with %s', async (_name, text, sentence) => {
  const { code, out } = await explain([], text);
  expect(code).toBe(1);
  expect(out).toMatch(sentence);
});

test('prints nothing that could move the cursor', async () => {
  const { out } = await explain(['https://acme.whereby.com/demo?displayName=%1b%5b2JAda&%1b%5b31mx=1']);
  expect(out).not.toContain('\u001b');
});

test('takes a host of the app, and refuses what it does not know', async () => {
  expect((await explain(['--allow-host', 'video.acme.com', 'https://video.acme.com/demo'])).code).toBe(0);
  const { code, err } = await explain(['--jsn', 'https://acme.whereby.com/demo']);
  expect(code).toBe(2);
  expect(err).toContain('There is no option --jsn. Did you mean --json?');
  expect((await explain([])).code).toBe(2);
});
