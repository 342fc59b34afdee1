import { afterEach, expect, test, vi } from 'vitest';
import { retryConflicts } from '../../../../src/server/webhooks/stores/kysely/retryConflicts.js';

afterEach(() => {
  vi.restoreAllMocks();
});

const fail = (fields: object) => Promise.reject(Object.assign(new Error('rolled back'), fields));

test.each([
  { code: '40001' },
  { code: '40P01' },
  { code: 'ER_LOCK_DEADLOCK', errno: 1213 },
  { errno: 1205 },
  { sqlState: '40001' },
  { code: 'SQLITE_BUSY' },
  { cause: { code: '40P01' } },
])('runs a statement again after %j', async (fields) => {
  const run = vi
    .fn(async () => 'done')
    .mockImplementationOnce(() => fail(fields))
    .mockImplementationOnce(() => fail(fields));
  expect(await retryConflicts(run)).toBe('done');
});

test('passes other errors on at once, and those that do not end', async () => {
  const broken = vi.fn(() => fail({ code: '42P01' }));
  await expect(retryConflicts(broken)).rejects.toThrow('rolled back');
  expect(broken).toHaveBeenCalledOnce();
  await expect(retryConflicts(() => fail({ code: '40001' }))).rejects.toThrow('rolled back');
});

test.each<unknown>([undefined, null, 'broken', 40001])(
  'passes on what is thrown without being an error: %o',
  async (thrown) => {
    const run = vi.fn(() => Promise.reject(thrown as Error));
    await expect(retryConflicts(run)).rejects.toBe(thrown);
    expect(run).toHaveBeenCalledOnce();
  },
);

test('waits a little longer before each new attempt, and gives up after the fifth', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0.05);
  const timers = vi.spyOn(globalThis, 'setTimeout');
  const run = vi.fn(() => fail({ code: '40001' }));
  await expect(retryConflicts(run)).rejects.toThrow('rolled back');
  expect(run).toHaveBeenCalledTimes(5);
  expect(timers.mock.calls.map(([, milliseconds]) => milliseconds)).toEqual([1, 2, 3, 4]);
});
