import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { withoutValues } from '../../../src/server/logging/withoutValues.js';

const event = {
  id: 'event-1',
  data: { displayName: 'Grace Hopper', nick: 'Al', metadata: 'signed-text', roleName: 'host' },
};

const ofApp = (error: unknown) => withoutValues(error, event, { source: 'app' });
const ofDriver = (error: unknown) => withoutValues(error, event, { source: 'driver' });

class OrderError extends Error {
  readonly status = 409;
}

test('an error of an app in which there is nothing to hide stays the same object', () => {
  const cause = new TypeError("Cannot read properties of undefined (reading 'minutes')");
  const errors = [new OrderError('There is an order already', { cause }), cause, new AggregateError([cause], 'both')];
  for (const error of errors) expect(ofApp(error)).toBe(error);
  expect(ofApp(undefined)).toBeUndefined();
  expect(ofApp('away')).toBe('away');
});

test.each<[string, Error]>([
  ['a message', new Error('no seat for Grace Hopper')],
  ['a short name in a message', new Error('Al, please wait')],
  ['a field', Object.assign(new Error('failed'), { sql: "insert into people values ('Grace Hopper', 'Al')" })],
  ['a field that is one word', Object.assign(new Error('failed'), { key: 'signed-text', user: 'Al' })],
  ['a request', Object.assign(new Error('failed'), { config: { headers: { authorization: 'Bearer hunter2' } } })],
  ['a cause', new Error('failed', { cause: new Error('Key (name)=(Grace Hopper) exists') })],
  ['one of several', new AggregateError([new Error('fine'), new Error('Grace Hopper')], 'failed')],
  ['an address', new Error('cannot reach postgres://app:hunter2@db/app')],
  ['a header', new Error('refused: Bearer hunter2')],
])('an error of an app does not show values or secrets in %s', (_, error) => {
  const shown = inspect(ofApp(error), { depth: 12, showHidden: true });
  expect(shown).not.toMatch(/Grace|hunter2|signed-text|\bAl\b/);
  expect(shown).toContain('withoutValues.test.ts');
});

test('its codes, its name and the rest of its message are shown', () => {
  const error = Object.assign(new RangeError("Grace Hopper has no 'minutes' in Algiers"), {
    code: '23505',
    errno: 1062,
  });
  expect(ofApp(error)).toMatchObject({
    name: 'RangeError',
    message: "[hidden] has no 'minutes' in Algiers",
    code: '23505',
    errno: 1062,
  });
});

test('an error whose causes go in a circle is described', () => {
  const error = new Error('Grace Hopper');
  error.cause = error;
  expect(inspect(ofApp(error))).not.toContain('Grace');
});

test('an error of a driver is copied, without what it quotes', () => {
  const error = Object.assign(new Error(`Duplicate entry 'ada@example.com' for key 'people.mail'`), {
    code: 'ER_DUP_ENTRY',
    sqlMessage: `Duplicate entry 'ada@example.com' for key 'people.mail'`,
  });
  const shown = ofDriver(error);
  expect(shown).not.toBe(error);
  expect(shown).toMatchObject({ message: 'Duplicate entry … for key …', code: 'ER_DUP_ENTRY' });
  expect(inspect(shown, { showHidden: true })).not.toContain('ada@');
  expect(ofDriver('no reply for "Grace"')).toBe('no reply for …');
});

test('hides a short value whatever signs are in it', () => {
  const signs = Array.from({ length: 0x5f }, (_, at) => String.fromCharCode(0x20 + at));
  for (const value of signs.map((sign) => `p${sign}1`))
    expect(inspect(withoutValues(new Error(`no seat for ${value} left`), [value], { source: 'app' }))).toContain(
      'no seat for [hidden] left',
    );
});
