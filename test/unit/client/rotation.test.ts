import { afterEach, expect, test, vi } from 'vitest';
import { catchError } from './support/catchError.js';
import { createTestClient } from './support/createTestClient.js';

const empty = { json: { results: [], cursor: null } };

afterEach(() => vi.unstubAllEnvs());

test('a function gives the key of each call, at once or later', async () => {
  const keys = ['one', Promise.resolve('two'), ' three\n'];
  const { whereby, seen } = await createTestClient([empty, empty, empty], { apiKey: () => keys.shift() });
  for (let call = 0; call < 3; call++) await whereby.meetings.list().page();
  expect(seen.map(({ headers }) => headers.authorization)).toEqual(['Bearer one', 'Bearer two', 'Bearer three']);
});

test.each([undefined, '', null])('a function that gives %j has no key, whatever the environment says', async (key) => {
  vi.stubEnv('WHEREBY_API_KEY', 'another');
  const { whereby, seen } = await createTestClient([empty], { apiKey: () => key as string | undefined });
  expect(await catchError(whereby.meetings.list().page())).toMatchObject({ code: 'API_KEY_MISSING' });
  expect(seen).toEqual([]);
});

test('what a function gives is checked, and not repeated', async () => {
  const { whereby, seen } = await createTestClient([empty], { apiKey: async () => 'two words' });
  const error = await catchError(whereby.meetings.list().page());
  expect(error).toMatchObject({ code: 'API_KEY_INVALID' });
  expect(String(error)).not.toContain('two words');
  expect(seen).toEqual([]);
});

test('what a function throws is the error of the call', async () => {
  const { whereby } = await createTestClient([empty], {
    apiKey: () => Promise.reject(new Error('the vault is closed')),
  });
  await expect(whereby.meetings.list().page()).rejects.toThrow('the vault is closed');
});
