import { describe, expect, expectTypeOf, test } from 'vitest';
import { createRoomsHandler, parseRoomUrl } from 'react-whereby-embed/server';
import type { MeetingsClient, Person, Refused, RoomsAction, Whereby } from 'react-whereby-embed/server';
import { meetingRoles } from '../../../src/room-url/contract.js';
import { verifyMetadata } from '../../../src/server/metadata/index.js';
import { createFakeApi } from '../../support/createFakeApi.js';
import { createTestHandler, person } from './support/createTestHandler.js';

const hour = 60 * 60_000;

test('the REST client satisfies MeetingsClient', () => {
  expectTypeOf<Whereby>().toExtend<MeetingsClient>();
});

describe('an id of the app', () => {
  const authorize = (_request: Request, action: RoomsAction): Person | Refused => {
    if (action.type === 'create') return { role: 'host', may: ['create'] };
    return action.meetingId === 'lesson-42'
      ? { role: 'host', may: ['enter', 'delete'], meetingId: '1' }
      : { refuse: 404 };
  };

  test('leads to the meeting that authorize names', async () => {
    const { ask, create, api } = createTestHandler({ authorize });
    await create();
    expect(await ask('/meetings/lesson-42')).toMatchObject({ status: 200, body: { meetingId: '1', role: 'host' } });
    expect((await ask('/meetings/1')).code).toBe('MEETING_NOT_FOUND');
    expect((await ask('/meetings/lesson-42', { method: 'DELETE' })).status).toBe(204);
    expect(api.meetings.size).toBe(0);
  });

  test('leads to a meeting that was created elsewhere, which no tenant has', async () => {
    const { create, api } = createTestHandler();
    await create();
    const { ask } = createTestHandler(
      { authorize: (_request, action) => ({ ...(authorize(_request, action) as Person), tenant: 'red' }) },
      api,
    );
    expect(await ask('/meetings/lesson-42')).toMatchObject({ status: 200, body: { meetingId: '1' } });
  });
});

describe('the response for a person', () => {
  test.each(meetingRoles)('gives a %s the room URL of that role and four other fields', async (role) => {
    const { create, ask } = createTestHandler({ authorize: () => ({ ...person, role }) });
    const made = await create();
    expect(made.status).toBe(200);
    expect(Object.keys(made.body).sort()).toEqual(['endDate', 'meetingId', 'role', 'startDate', 'url']);
    const found = await ask(`/meetings/${String(made.body['meetingId'])}`);
    expect(found.body).toEqual(made.body);
    const url = String(found.body['url']);
    expect(parseRoomUrl(url).hasRoomKey).toBe(role !== 'visitor');
    if (role !== 'visitor') expect(url).toContain(`roomKey=SECRET-${role}-`);
  });

  test('has the person’s parameters in the room URL, next to the key', async () => {
    const ada: Person = {
      ...person,
      displayName: 'Ada & Co? #1',
      externalId: 'user-7',
      metadata: 'team=blue',
      params: { lang: 'de', chat: false, minimal: true },
      extraParams: { newest: '1' },
    };
    const { create } = createTestHandler({ authorize: () => ada });
    const url = String((await create()).body['url']);
    const parsed = parseRoomUrl(url);
    expect(parsed.params).toEqual({
      displayName: 'Ada & Co? #1',
      externalId: 'user-7',
      metadata: 'team=blue',
      lang: 'de',
      chat: false,
      minimal: true,
    });
    expect(parsed.unknown).toEqual({ newest: '1' });
    expect(url).toContain('roomKey=SECRET-host-1');
    expect(parsed.issues).toEqual([]);
  });

  test('leaves out and reports a parameter that the room would not accept', async () => {
    const { create, errors } = createTestHandler({
      authorize: () => ({
        ...person,
        displayName: 'Ke$ha',
        externalId: 'user-7',
        extraParams: { roomKey: 'mine', x: 'y' },
      }),
    });
    const { status, body } = await create();
    expect(status).toBe(200);
    expect(parseRoomUrl(String(body['url'])).params).toEqual({ externalId: 'user-7' });
    expect(String(body['url'])).not.toContain('mine');
    expect(errors).toMatchObject([{ code: 'PARAMS_INVALID' }]);
  });

  test('has metadata that is signed for this person and this meeting if there is a key', async () => {
    const key = 'a key of 32 bytes or so, only here';
    const { create } = createTestHandler({
      metadataKey: key,
      authorize: () => ({ ...person, role: 'visitor', externalId: 'user-7', metadata: 'team=blue' }),
    });
    const { body } = await create();
    const { metadata = '' } = parseRoomUrl(String(body['url'])).params;
    const event = (externalId: string, meetingId = String(body['meetingId'])) => ({
      createdAt: String(body['startDate']),
      data: { meetingId, externalId, metadata, roomName: parseRoomUrl(String(body['url'])).roomName },
    });
    await expect(verifyMetadata({ key, event: event('user-7') })).resolves.toMatchObject({
      value: 'team=blue',
      externalId: 'user-7',
    });
    await expect(verifyMetadata({ key, event: event('someone-else') })).rejects.toMatchObject({
      code: expect.stringMatching(/^METADATA_/) as string,
    });
  });

  test('leaves out metadata that cannot be signed', async () => {
    const { create, errors } = createTestHandler({
      metadataKey: 'a key of 32 bytes or so, only here',
      authorize: () => ({ ...person, metadata: 'role=admin' }),
    });
    const { body } = await create();
    expect(String(body['url'])).not.toContain('metadata');
    expect(errors).toMatchObject([{ code: 'PERSON_INVALID' }]);
  });

  test('never gives a visitor a URL with a key, whatever the API returns', async () => {
    const { api, ask, errors } = createTestHandler({ authorize: () => ({ ...person, role: 'visitor' }) });
    api.instead.push(
      Response.json({
        meetingId: '9',
        roomUrl: 'https://acme.whereby.com/a?roomKey=SECRET-host-9',
        startDate: new Date().toISOString(),
        endDate: new Date(Date.now() + hour).toISOString(),
      }),
    );
    expect(await ask('/meetings/9')).toMatchObject({ status: 500, code: 'SERVER_FAILED' });
    expect(errors).toHaveLength(1);
  });

  test.each(['', '/', '/api/whereby', '/api/meetings', '/a/b/c/d'])(
    'is the same for a handler mounted at %j',
    async (mount) => {
      const { handler } = createTestHandler();
      const made = await handler(
        new Request(`https://app.test${mount.replace(/\/$/, '')}/meetings`, { method: 'POST' }),
      );
      expect(made.status).toBe(200);
      const found = await handler(new Request(`https://app.test${mount.replace(/\/$/, '')}/meetings/1`));
      expect(((await found.json()) as { meetingId: string }).meetingId).toBe('1');
    },
  );

  test('is 404 for an id that would lead to another path of the API', async () => {
    const { ask, api } = createTestHandler();
    expect(await ask('/meetings/a%3Ffields=hostRoomUrl%23')).toMatchObject({ status: 404, code: 'MEETING_NOT_FOUND' });
    expect(api.calls).toEqual([]);
  });
});

describe('the end of a meeting', () => {
  test('closes the meeting, unless `overrunMinutes` lets people in for longer', async () => {
    let time = Date.now();
    const now = () => time;
    const strict = createTestHandler({ now });
    const lenient = createTestHandler({ now, overrunMinutes: 15 }, strict.api);
    const id = String((await strict.create()).body['meetingId']);
    time += 59 * 60_000;
    expect((await strict.ask(`/meetings/${id}`)).status).toBe(200);
    time += 2 * 60_000;
    expect(await strict.ask(`/meetings/${id}`)).toMatchObject({ status: 410, code: 'MEETING_EXPIRED' });
    expect((await lenient.ask(`/meetings/${id}`)).status).toBe(200);
    time += 15 * 60_000;
    expect((await lenient.ask(`/meetings/${id}`)).status).toBe(410);
  });

  test('can be computed from the server’s time, which is in the response', async () => {
    const time = Date.UTC(2030, 1, 2, 3, 4, 5);
    const { create } = createTestHandler({ now: () => time });
    expect((await create()).headers.get('date')).toBe('Sat, 02 Feb 2030 03:04:05 GMT');
  });

  test('comes with DELETE, which also succeeds if the meeting is already deleted', async () => {
    const { create, ask, api } = createTestHandler();
    const id = String((await create()).body['meetingId']);
    expect((await ask(`/meetings/${id}`, { method: 'DELETE' })).status).toBe(204);
    expect(api.meetings.size).toBe(0);
    expect((await ask(`/meetings/${id}`, { method: 'DELETE' })).status).toBe(204);
    api.instead.push(new Response(null, { status: 404 }));
    expect((await ask(`/meetings/${id}`, { method: 'DELETE' })).status).toBe(204);
    expect(await ask(`/meetings/${id}`)).toMatchObject({ status: 404, code: 'MEETING_NOT_FOUND' });
  });
});

test('a request that its page gave up while it was authorized creates no meeting', async () => {
  const controller = new AbortController();
  const api = createFakeApi();
  const handler = createRoomsHandler({
    whereby: api.whereby,
    authorize() {
      controller.abort();
      return person;
    },
  });
  const headers = { 'content-type': 'application/json' };
  const request = () => new Request('https://app.test/meetings', { method: 'POST', body: '{}', headers });
  const given = new Request(request(), { signal: controller.signal });
  expect((await handler(given)).status).toBe(499);
  expect(api.calls).toEqual([]);
  expect((await handler(request())).status).toBe(200);
});
