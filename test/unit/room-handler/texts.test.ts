import { describe, expect, test } from 'vitest';
import { createRoomsHandler } from 'react-whereby-embed/server';
import type { RoomsHandlerOptions } from 'react-whereby-embed/server';
import { createFakeApi } from '../../support/createFakeApi.js';
import { createTestHandler, person } from './support/createTestHandler.js';
import type { Answer } from './support/createTestHandler.js';

const messageOf = ({ body }: Answer) => (body['error'] as { readonly message: string } | undefined)?.message;

describe('a refused input says what may be chosen', () => {
  const choose: RoomsHandlerOptions['choose'] = {
    minutes: { max: 120 },
    mode: ['normal', 'group'],
    locked: true,
    prefix: ['lesson-', 'team-'],
  };

  test.each<[object, string]>([
    [{ role: 'host' }, '"role" is not for the browser to choose'],
    [{ ['x'.repeat(60)]: 1 }, `"${'x'.repeat(40)}" is not for the browser to choose`],
    [{ key: '' }, '"key" must have at least 1 and at most 200 characters'],
    [{ key: 7 }, '"key" must have at least 1 and at most 200 characters'],
    [{ minutes: 0.5 }, '"minutes" must be a number from 1 to 120'],
    [{ minutes: 121 }, '"minutes" must be a number from 1 to 120'],
    [{ minutes: '60' }, '"minutes" must be a number from 1 to 120'],
    [{ mode: 'huge' }, '"mode" must be one of normal, group'],
    [{ locked: 1 }, '"locked" must be true or false'],
    [{ prefix: 'other-' }, '"prefix" is not one of the prefixes to choose from'],
    [{ prefix: ['lesson-'] }, '"prefix" is not one of the prefixes to choose from'],
  ])('%j', async (input, problem) => {
    const { create } = createTestHandler({ choose });
    expect(messageOf(await create(input))).toContain(`it may not choose: ${problem} (400).`);
  });

  test.each(['minutes', 'mode', 'locked', 'prefix'])('%s is for nobody to choose by default', async (name) => {
    const { create } = createTestHandler();
    expect(messageOf(await create({ [name]: 1 }))).toContain(`"${name}" is not for the browser to choose here (400).`);
  });

  test('within its bounds everything is taken', async () => {
    const { create } = createTestHandler({ choose });
    for (const input of [
      { minutes: 1 },
      { minutes: 120 },
      { mode: 'group' },
      { locked: false },
      { prefix: 'team-' },
      { key: 'k' },
      { key: 'k'.repeat(200) },
    ])
      expect((await create(input)).status).toBe(200);
  });

  test.each(['a'.repeat(39), 'lesson-1', '-'])('a function is asked about the prefix %s', async (prefix) => {
    const { create } = createTestHandler({ choose: { prefix: () => true } });
    expect((await create({ prefix })).status).toBe(200);
    const { create: refused } = createTestHandler({ choose: { prefix: async () => false } });
    expect((await refused({ prefix })).code).toBe('INPUT_REFUSED');
  });

  test.each(['a'.repeat(40), 'Lesson', 'a b', 'a_b', 'a/', ' a'])(
    'no function is asked about the prefix %j',
    async (prefix) => {
      const { create } = createTestHandler({
        choose: {
          prefix: () => {
            throw new Error('asked');
          },
        },
      });
      expect((await create({ prefix })).code).toBe('INPUT_REFUSED');
    },
  );
});

describe('an option that cannot be used', () => {
  const most = 52_560_000;
  test.each<[object, string]>([
    [{ authorize: undefined }, '`authorize` is missing, without which anyone could be host'],
    [{ authorize: 'everyone' }, '`authorize` is missing'],
    [{ whereby: undefined }, '`whereby` is missing, which is what `createWhereby()` returns'],
    [{ whereby: {} }, '`whereby` is missing'],
    [{ overrunMinutes: 61 }, '`overrunMinutes` must be a number of minutes, from 0 to 60, got 61'],
    [{ meeting: { minutes: 0 } }, `\`meeting.minutes\` must be a number above 0 and at most ${most}, got 0`],
    [{ meeting: { minutes: most + 1 } }, `at most ${most}, got ${most + 1}`],
    [{ meeting: { minutes: '60' } }, '`meeting.minutes` must be a number'],
    [{ choose: { minutes: { max: 0 } } }, `\`choose.minutes\` needs a number above 0 and at most ${most} as \`max\``],
    [{ choose: { minutes: { min: 0, max: 60 } } }, 'and `min` must be one too if it is set'],
    [{ origins: ['https://a.example', '*'] }, '`origins` contains "*", which is not an origin such as'],
    [{ origins: [7] }, '`origins` contains 7, which is not an origin'],
  ])('%j is named', (options, problem) => {
    const all = { whereby: createFakeApi().whereby, authorize: () => person, ...options } as unknown;
    expect(() => createRoomsHandler(all as RoomsHandlerOptions)).toThrow(
      expect.objectContaining({
        code: 'HANDLER_OPTION_INVALID',
        message: expect.stringContaining(
          `an option it cannot use: ${problem.startsWith('`') ? problem : ''}`,
        ) as string,
      }),
    );
    expect(() => createRoomsHandler(all as RoomsHandlerOptions)).toThrow(problem);
  });

  test('is none at its bounds', () => {
    for (const options of [
      { overrunMinutes: 0 },
      { overrunMinutes: 60 },
      { meeting: { minutes: most } },
      { meeting: { minutes: 0.5 } },
      { meeting: {} },
      { choose: { minutes: { max: most } } },
      { choose: { minutes: { min: 1, max: 2 } } },
    ])
      expect(createTestHandler(options as Partial<RoomsHandlerOptions>).handler).toBeTypeOf('function');
  });

  test('in settings that are computed is reported when they are', async () => {
    const { create, errors, api } = createTestHandler({ meeting: () => ({ minutes: -1 }) });
    expect(await create()).toMatchObject({ status: 500, code: 'SERVER_FAILED' });
    expect(errors).toMatchObject([{ code: 'HANDLER_OPTION_INVALID' }]);
    expect(api.calls).toEqual([]);
  });
});

describe('a person that cannot be used', () => {
  test.each<[object, string]>([
    [{ role: 'admin' }, 'its role is "admin", which is none of host, visitor, viewer'],
    [{ role: 'host', tenant: '' }, 'its `tenant` is not a text, or empty'],
    [{ role: 'host', tenant: 7 }, 'its `tenant` is not a text, or empty'],
    [{ role: 'host', tenant: undefined }, 'its `tenant` is not a text, or empty'],
  ])('%j is reported with the reason', async (found, problem) => {
    const { ask, errors } = createTestHandler({ authorize: () => found as never });
    expect((await ask('/meetings/1')).code).toBe('SERVER_FAILED');
    expect(errors).toMatchObject([{ code: 'PERSON_INVALID', message: expect.stringContaining(problem) as string }]);
  });

  test('has metadata to sign and no externalId', async () => {
    const { create, errors } = createTestHandler({
      metadataKey: 'a key of 32 bytes or so, only here',
      authorize: () => ({ ...person, metadata: 'class 7b' }),
    });
    await create();
    expect(errors).toMatchObject([
      { message: expect.stringContaining('it has `metadata` to sign but no `externalId`') as string },
    ]);
  });

  test('is refused with a status that there is not', async () => {
    const { ask, errors } = createTestHandler({ authorize: () => ({ refuse: 418 }) as never });
    expect(await ask('/meetings/1')).toMatchObject({ status: 500, code: 'SERVER_FAILED' });
    expect(errors).toMatchObject([
      { message: expect.stringContaining('its `refuse` is none of 401, 403, 404') as string },
    ]);
  });

  test('is refused with the message of the app, or that of the error list', async () => {
    const own = createTestHandler({ authorize: () => ({ refuse: 403, message: 'Pupils only.' }) });
    expect(messageOf(await own.ask('/meetings/1'))).toBe('Pupils only.');
    const listed = createTestHandler({ authorize: () => ({ refuse: 401 }) });
    expect(messageOf(await listed.ask('/meetings/1'))).toContain('Sign the person in');
  });
});
