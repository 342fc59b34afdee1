import { describe, expect, test, vi } from 'vitest';
import { createRoomsHandler, parseRoomUrl, verifyMetadata } from 'react-whereby-embed/server';
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
    [{ key: ['a'] }, '"key" must have at least 1 and at most 200 characters'],
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
    expect((await create({ prefix: [prefix] })).code).toBe('INPUT_REFUSED');
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

  test('has a refusal with a status that there is not', async () => {
    const { ask, errors } = createTestHandler({ authorize: () => ({ refuse: 418 }) as never });
    expect(await ask('/meetings/1')).toMatchObject({ status: 500, code: 'SERVER_FAILED' });
    expect(errors).toMatchObject([
      { code: 'PERSON_INVALID', message: expect.stringContaining('its `refuse` is none of 401, 403, 404') as string },
    ]);
  });

  test('is refused with the message of the app, or that of the error list', async () => {
    const own = createTestHandler({ authorize: () => ({ refuse: 403, message: 'Pupils only.' }) });
    expect(messageOf(await own.ask('/meetings/1'))).toBe('Pupils only.');
    const listed = createTestHandler({ authorize: () => ({ refuse: 401 }) });
    expect(messageOf(await listed.ask('/meetings/1'))).toContain('Sign the person in');
  });
});

describe('a body', () => {
  const send = async (raw: BodyInit, type: string, options: Partial<RoomsHandlerOptions> = {}) => {
    const { ask, errors } = createTestHandler(options);
    return { ...(await ask('/meetings', { method: 'POST', raw, headers: { 'content-type': type } })), errors };
  };

  test.each([
    'application/json',
    'Application/JSON; charset=utf-8',
    ' application/json ;x',
    'application/problem+json',
    'application/vnd.acme-1.v2+json',
    'application/json, application/json',
  ])('of the type %s is read', async (type) => {
    expect((await send('{}', type)).status).toBe(200);
  });

  test.each([
    'text/json',
    'text/plain',
    'x-application/json',
    'text/application/json',
    'application/jsonx',
    'application/json5',
    'application/json x',
    'application/+json',
    'application/a b+json',
    'application/json, text/plain',
    'text/plain, application/json',
  ])('of the type %s is refused', async (type) => {
    expect(await send('{}', type)).toMatchObject({ status: 415, code: 'BODY_TYPE_REFUSED' });
  });

  test('that is refused says the limit', async () => {
    expect(messageOf(await send('x'.repeat(101), 'application/json', { maxBodyBytes: 100 }))).toContain(
      'at most 100 bytes',
    );
    expect(messageOf(await send('x'.repeat(16_385), 'application/json'))).toContain('at most 16384 bytes');
    expect((await send('{}'.padEnd(100), 'application/json', { maxBodyBytes: 100 })).status).toBe(200);
  });

  test('that breaks off is refused with its cause in the log', async () => {
    const cause = new TypeError('terminated');
    const broken = new ReadableStream({ start: (controller) => controller.error(cause) });
    const { errors } = await send(broken, 'application/json');
    expect(errors).toMatchObject([{ code: 'BODY_INVALID', cause }]);
  });
});

describe('a meeting that is created', () => {
  const now = Date.UTC(2030, 0, 1);

  test.each<[object, object, string]>([
    [{}, {}, '2030-01-01T01:00:00.000Z'],
    [{ minutes: 90 }, {}, '2030-01-01T01:30:00.000Z'],
    [{ endDate: '2030-02-01T00:00:00.000Z' }, {}, '2030-02-01T00:00:00.000Z'],
    [{ endDate: '2030-02-01T00:00:00.000Z', minutes: 90 }, {}, '2030-02-01T00:00:00.000Z'],
    [{ endDate: '2030-02-01T00:00:00.000Z' }, { minutes: 30 }, '2030-01-01T00:30:00.000Z'],
    [{ minutes: 90 }, { minutes: 30 }, '2030-01-01T00:30:00.000Z'],
  ])('with the settings %j and the choice %j ends at %s', async (meeting, input, endDate) => {
    const { create, api } = createTestHandler({ meeting, choose: { minutes: { max: 120 } }, now: () => now });
    await create(input);
    expect(api.calls[0]?.body['endDate']).toBe(endDate);
  });
});

describe('a person who may not create a meeting', () => {
  test.each([{ refuse: 403 } as const, { role: 'visitor', may: ['enter'] } as const])(
    'is let into one that others have made for the key: %j',
    async (found) => {
      let isTeacher = true;
      const { create, errors } = createTestHandler({
        authorize: (_request, { type }) => (isTeacher ? person : type === 'create' ? found : { role: 'visitor' }),
      });
      const { body } = await create({ key: 'lesson' });
      isTeacher = false;
      expect(await create({ key: 'lesson' })).toMatchObject({
        status: 200,
        body: { meetingId: body['meetingId'], role: 'visitor' },
      });
      expect(await create({ key: 'other' })).toMatchObject({ status: 403, code: 'NOT_ALLOWED' });
      expect(await create()).toMatchObject({ status: 403, code: 'NOT_ALLOWED' });
      expect(errors.map((error) => (error as { code: string }).code)).toEqual(['NOT_ALLOWED', 'NOT_ALLOWED']);
    },
  );

  test.each([401, 404] as const)('is not let in with a refusal of %d', async (refuse) => {
    let isTeacher = true;
    const { create } = createTestHandler({
      authorize: (_request, { type }) => (isTeacher ? person : type === 'create' ? { refuse } : { role: 'visitor' }),
    });
    await create({ key: 'lesson' });
    isTeacher = false;
    expect((await create({ key: 'lesson' })).status).toBe(refuse);
  });
});

test('who enters asks the API for the room URL of their role alone', async () => {
  for (const [role, fields] of [
    ['host', ['hostRoomUrl']],
    ['viewer', ['viewerRoomUrl']],
    ['visitor', []],
  ] as const) {
    const { whereby } = createFakeApi();
    const asked: unknown[] = [];
    const get: typeof whereby.meetings.get = (id, query, options) => {
      asked.push(query?.fields);
      return whereby.meetings.get(id, query, options);
    };
    const { create, ask } = createTestHandler({
      whereby: { meetings: { ...whereby.meetings, create: (...args) => whereby.meetings.create(...args), get } },
      authorize: () => ({ ...person, role }),
    });
    await create();
    await ask('/meetings/1');
    expect(asked).toEqual([fields]);
  }
});

test('an app hears of every error with the status of the response, and the console of those that nobody hears', async () => {
  const heard: unknown[] = [];
  const onError = (error: unknown, _request: Request, { status }: { readonly status: number }) =>
    void heard.push([(error as { code: string }).code, status]);
  await createTestHandler({ onError, authorize: () => null }).ask('/meetings/1');
  await createTestHandler({ onError, authorize: () => ({ role: 'x' }) as never }).ask('/meetings/1');
  expect(heard).toEqual([
    ['SIGN_IN_REQUIRED', 401],
    ['PERSON_INVALID', 500],
  ]);
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await createTestHandler({ onError: undefined, authorize: () => ({ role: 'x' }) as never }).ask('/meetings/1');
  expect(log).toHaveBeenCalledOnce();
  log.mockRestore();
});

test('a URL of the wrong role is reported with the reason', async () => {
  const { api, ask, errors } = createTestHandler();
  api.instead.push(
    Response.json({
      meetingId: '9',
      roomUrl: 'https://acme.whereby.com/a',
      hostRoomUrl: 'https://acme.whereby.com/a',
      startDate: '2030-01-01T00:00:00.000Z',
      endDate: '2100-01-01T00:00:00.000Z',
    }),
  );
  await ask('/meetings/9');
  expect(errors).toMatchObject([
    { code: 'SERVICE_REFUSED', cause: { message: 'The API returned no room URL for a host.' } },
  ]);
});

test('metadata can be verified until an hour after the meeting, and none is no problem', async () => {
  const metadataKey = 'a key of 32 bytes or so, only here';
  const { create, errors } = createTestHandler({ metadataKey, authorize: () => ({ ...person, externalId: 'ada' }) });
  const { body } = await create();
  const { metadata } = parseRoomUrl(String(body['url'])).params;
  const event = {
    createdAt: String(body['startDate']),
    data: {
      metadata,
      externalId: 'ada',
      meetingId: body['meetingId'],
      roomName: parseRoomUrl(String(body['url'])).roomName,
    },
  };
  expect((await verifyMetadata({ event, key: metadataKey })).expiresAt).toBe(
    new Date(Date.parse(String(body['endDate'])) + 3_600_000).toISOString(),
  );
  const nobody = createTestHandler({ metadataKey, authorize: () => person });
  expect(String((await nobody.create()).body['url'])).not.toContain('metadata');
  expect([...errors, ...nobody.errors]).toEqual([]);
});

test('what is no request of the web is refused with what to do', async () => {
  const { handler, errors } = createTestHandler();
  const response = await handler({ method: 'GET', url: '/meetings/1', headers: {} } as never);
  expect(response.status).toBe(500);
  expect(errors).toMatchObject([{ code: 'HANDLER_REQUEST_INVALID' }]);
});
