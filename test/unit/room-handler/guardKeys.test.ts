import type { MeetingKeys } from 'react-whereby-embed/server';
import { expect, test } from 'vitest';
import { guardKeys } from '../../../src/server/room-handler/guardKeys.js';

const until = new Date('2026-01-01');

/** Keys of an app that return what its database gives, whatever their type says. */
const guard = (returned: unknown) =>
  guardKeys({ find: () => returned, keep: () => returned, forget: () => undefined } as unknown as MeetingKeys);

test.each([
  ['1001', '1001'],
  [1001, '1001'],
  [2n ** 60n, '1152921504606846976'],
])('takes %o for the id of a meeting', async (returned, id) => {
  expect(await guard(returned).find('lesson')).toBe(id);
  expect(await guard(returned).keep('lesson', '1', until)).toBe(id);
});

test.each([null, undefined])(
  'takes %o for a key without a meeting, but not for the meeting that is kept',
  async (none) => {
    expect(await guard(none).find('lesson')).toBeUndefined();
    await expect(guard(none).keep('lesson', '1', until)).rejects.toMatchObject({ code: 'HANDLER_OPTION_INVALID' });
  },
);

test.each([
  ['', 'an empty text'],
  [true, 'boolean'],
  [{ id: '1001' }, 'object'],
])('says which method returned %o', async (returned, what) => {
  for (const [method, asked] of [
    ['find', guard(returned).find('lesson')],
    ['keep', guard(returned).keep('lesson', '1', until)],
  ] as const)
    await expect(asked).rejects.toMatchObject({
      code: 'HANDLER_OPTION_INVALID',
      message: expect.stringContaining(`\`keys.${method}\` returned ${what} instead of the id of a meeting`) as string,
    });
});
