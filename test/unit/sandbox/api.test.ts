import { describe, expect, test } from 'vitest';
import { lookUp } from '../../../src/sandbox/core/index.js';
import type { Sandbox } from '../../../src/sandbox/index.js';
import { createApiCaller, MINUTE, createTestSandbox, START } from './support/createTestSandbox.js';

const text = expect.any(String) as string;
const whole = expect.any(Number) as number;
const isoTime = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as string;
const endDate = new Date(START + 60 * MINUTE).toISOString();

/** A room in which two met for five minutes, one of them a host, recorded and transcribed. */
async function lived(options: Parameters<typeof createTestSandbox>[0] = {}) {
  const sandbox = await createTestSandbox(options);
  const call = createApiCaller(sandbox);
  const made = (await call('POST', '/meetings', { endDate, fields: ['hostRoomUrl'] })).body as {
    meetingId: string;
    roomName: string;
  };
  const { world, clock } = sandbox;
  const ada = world.join(made.meetingId, { displayName: 'Ada', role: 'host', externalId: 'ada', deviceId: 'ada-1' });
  world.join(made.meetingId, { displayName: 'Bob', role: 'granted_visitor' });
  world.setRecording(made.meetingId, true);
  world.setTranscription(made.meetingId, true);
  clock.advance(5 * MINUTE);
  world.setRecording(made.meetingId, false);
  world.setTranscription(made.meetingId, false);
  world.leave(ada?.participantId ?? '');
  clock.advance(2 * MINUTE);
  const [roomSessionId = ''] = lookUp(world.state.meetings, made.meetingId)?.sessionIds ?? [];
  const [recordingId = ''] = Object.keys(world.state.recordings);
  const [transcriptionId = ''] = Object.keys(world.state.transcriptions);
  const summary = world.summarize(transcriptionId, 'SOAP');
  clock.advance(MINUTE);
  return {
    ...made,
    sandbox,
    call,
    roomSessionId,
    recordingId,
    transcriptionId,
    summaryId: summary?.summaryId ?? '',
    participantId: ada?.participantId ?? '',
  };
}

type Lived = Awaited<ReturnType<typeof lived>>;

const meeting = { meetingId: text, roomName: text, roomUrl: text, startDate: isoTime, endDate: isoTime };
const recording = {
  recordingId: text,
  roomSessionId: text,
  roomName: text,
  filename: text,
  startDate: isoTime,
  endDate: isoTime,
  sizeInMegaBytes: whole,
};
const transcription = {
  transcriptionId: text,
  roomSessionId: text,
  roomName: text,
  startDate: isoTime,
  endDate: isoTime,
  state: 'ready',
  createdAt: isoTime,
  type: 'LIVE_TRANSCRIPTION',
  filename: text,
  durationInSeconds: whole,
  storageType: 'WHEREBY_HOSTED',
};
const summary = {
  summaryId: text,
  transcriptionId: text,
  summary: { summary: text },
  roomSessionId: text,
  roomName: text,
  startDate: isoTime,
  endDate: isoTime,
  state: 'ready',
  createdAt: isoTime,
  modifiedAt: isoTime,
  template: 'SOAP',
};
const totals = {
  totalParticipantMinutes: whole,
  totalRecorderMinutes: whole,
  totalStreamerMinutes: whole,
  totalUniqueParticipants: whole,
  totalUniqueRecorders: whole,
  totalUniqueStreamers: whole,
  rating: null,
  totalRatings: null,
};
const pageOf = (row: unknown) => ({ results: expect.arrayContaining([row]) as unknown, cursor: null });
const link = { accessLink: expect.stringMatching(/^http/) as string, expires: whole };
const theme = { tokensPreset: 'custom', tokens: { colors: { primary: '#112233', secondary: '#445566' } } };

type Operation = readonly [
  method: string,
  path: (it: Lived) => string,
  body: ((it: Lived) => unknown) | null,
  status: number,
  answer: unknown,
];

/** Every operation of the API with what it answers when all is well. */
const operations: readonly Operation[] = [
  ['POST', () => '/meetings', () => ({ endDate }), 201, meeting],
  ['GET', () => '/meetings', null, 200, pageOf(meeting)],
  ['GET', ({ meetingId }) => `/meetings/${meetingId}`, null, 200, meeting],
  ['DELETE', ({ meetingId }) => `/meetings/${meetingId}`, null, 204, undefined],
  ['GET', () => '/recordings', null, 200, pageOf(recording)],
  ['GET', ({ recordingId }) => `/recordings/${recordingId}`, null, 200, recording],
  ['DELETE', ({ recordingId }) => `/recordings/${recordingId}`, null, 204, undefined],
  ['GET', ({ recordingId }) => `/recordings/${recordingId}/access-link`, null, 200, link],
  [
    'POST',
    () => '/recordings/bulk-delete',
    ({ recordingId }) => ({ recordingIds: [recordingId, 'x'] }),
    204,
    undefined,
  ],
  ['POST', () => '/transcriptions', ({ recordingId }) => ({ recordingId }), 201, { transcriptionId: text }],
  ['GET', () => '/transcriptions', null, 200, pageOf(transcription)],
  ['GET', ({ transcriptionId }) => `/transcriptions/${transcriptionId}`, null, 200, transcription],
  ['DELETE', ({ transcriptionId }) => `/transcriptions/${transcriptionId}`, null, 204, undefined],
  ['GET', ({ transcriptionId }) => `/transcriptions/${transcriptionId}/access-link`, null, 200, link],
  [
    'POST',
    () => '/transcriptions/bulk-delete',
    ({ transcriptionId }) => ({ transcriptionIds: [transcriptionId, 'x'] }),
    204,
    undefined,
  ],
  ['POST', () => '/summaries', ({ transcriptionId }) => ({ transcriptionId }), 201, { summaryId: text }],
  ['GET', () => '/summaries', null, 200, pageOf(summary)],
  ['GET', ({ summaryId }) => `/summaries/${summaryId}`, null, 200, summary],
  ['DELETE', ({ summaryId }) => `/summaries/${summaryId}`, null, 204, undefined],
  ['PUT', ({ roomName }) => `/rooms/${encodeURIComponent(roomName)}/theme/tokens`, () => theme, 204, undefined],
  ...(['logo', 'room-background', 'room-knock-page-background'] as const).map((part): Operation => [
    'PUT',
    ({ roomName }) => `/rooms/${encodeURIComponent(roomName)}/theme/${part}`,
    () => ({ theme: 'default' }),
    204,
    undefined,
  ]),
  [
    'GET',
    () => '/insights/rooms',
    null,
    200,
    pageOf({
      ...totals,
      roomName: text,
      createdAt: isoTime,
      endAt: isoTime,
      firstSessionStartedAt: isoTime,
      lastSessionStartedAt: isoTime,
      totalSessions: whole,
    }),
  ],
  [
    'GET',
    ({ roomName }) => `/insights/room-sessions?roomName=${encodeURIComponent(roomName)}`,
    null,
    200,
    pageOf({ ...totals, roomSessionId: text, roomName: text, startedAt: isoTime, endedAt: isoTime }),
  ],
  [
    'GET',
    ({ roomSessionId }) => `/insights/participants?roomSessionId=${roomSessionId}`,
    null,
    200,
    pageOf({
      roomSessionId: text,
      participantId: text,
      deviceId: text,
      userId: text,
      roleName: 'host',
      displayName: 'Ada',
      joinedAt: isoTime,
      leftAt: isoTime,
      externalId: 'ada',
      rating: null,
      tags: null,
      comment: null,
    }),
  ],
  [
    'GET',
    ({ roomSessionId, participantId }) =>
      `/insights/participant?roomSessionId=${roomSessionId}&participantId=${participantId}`,
    null,
    200,
    [
      {
        displayName: 'Ada',
        userRole: 'host',
        userAgent: text,
        timeStamp: isoTime,
        sampleRateMs: 2000,
        samples: {
          packetLossSend: expect.any(Array) as unknown,
          packetLossRecv: expect.any(Array) as unknown,
          bitrateSend: expect.any(Array) as unknown,
          bitrateRecv: expect.any(Array) as unknown,
        },
        events: [],
      },
    ],
  ],
];

const named = operations.map((operation) => {
  const names = new Proxy({}, { get: (_target, key) => `{${String(key)}}` }) as Lived;
  const [path = ''] = decodeURIComponent(operation[1](names)).split('?');
  return [`${operation[0]} ${path}`, operation] as const;
});

describe('every operation', () => {
  test('is listed: twenty-seven of them', () => {
    expect(new Set(named.map(([name]) => name)).size).toBe(27);
  });

  test.each(named)('%s answers as documented', async (_name, [method, path, body, status, answer]) => {
    const it = await lived();
    const { status: got, body: answered, headers } = await it.call(method, path(it), body?.(it));
    expect(got).toBe(status);
    expect(answered).toEqual(answer);
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  test.each(named)('%s answers 401 to a wrong key, whatever else is wrong', async (_name, [method, path]) => {
    const it = await lived();
    const wrong = createApiCaller(it.sandbox, 'wrong');
    expect((await wrong(method, path(it), method === 'GET' ? undefined : '{ not json')).status).toBe(401);
    const bare = await fetch(it.sandbox.apiUrl + path(it), { method });
    expect(bare.status).toBe(401);
  });

  test.each(named.filter(([, [method, , body]]) => method !== 'GET' && body))(
    '%s answers 400 to malformed JSON',
    async (_name, [method, path]) => {
      const it = await lived();
      const { status, body } = await it.call(method, path(it), '{"a":');
      expect([status, body]).toEqual([400, { error: expect.stringContaining('JSON') as string }]);
    },
  );

  test('ids that lead nowhere, even by a name every object has, answer 404; deleting them is no error', async () => {
    const { call } = await lived();
    for (const kind of ['meetings', 'recordings', 'transcriptions', 'summaries'])
      for (const id of ['nope', '__proto__', 'constructor']) {
        expect((await call('GET', `/${kind}/${id}`)).status).toBe(404);
        expect((await call('DELETE', `/${kind}/${id}`)).status).toBe(204);
        expect((await call('GET', `/${kind}/${id}`)).status).toBe(404);
      }
    expect((await call('GET', '/nothing/here')).status).toBe(404);
    expect(({} as { deletedAt?: unknown }).deletedAt).toBeUndefined();
  });

  test('HEAD /hello tells a good key from a bad one', async () => {
    const { sandbox, call } = await lived();
    expect((await call('HEAD', '/hello')).status).toBe(200);
    expect((await createApiCaller(sandbox, 'bad')('HEAD', '/hello')).status).toBe(401);
  });
});

describe('creating a meeting', () => {
  const create = async (body: Record<string, unknown>, options = {}) => {
    const sandbox = await createTestSandbox(options);
    const call = createApiCaller(sandbox);
    return { sandbox, call, ...(await call('POST', '/meetings', { endDate, ...body })) };
  };
  const bodyOf = (answer: { body: never }) => answer.body as Record<string, string>;

  test.each([
    ['abc', /^\/abc[0-9a-f]{8}-/],
    ['Customer0348-', /^\/customer0348-[0-9a-f]{8}-/],
    ['/lead', /^\/lead[0-9a-f]{8}-/],
    ['My Room', /^\/myroom[0-9a-f]{8}-/],
    ['', /^\/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/],
  ])('takes the prefix "%s"', async (roomNamePrefix, expected) => {
    expect(bodyOf(await create({ roomNamePrefix })).roomName).toMatch(expected);
  });

  test('short names have six characters that are told apart', async () => {
    expect(bodyOf(await create({ roomNamePattern: 'human-short' })).roomName).toMatch(/^\/[a-z2-9]{6}$/);
  });

  test('takes fields it does not know, deprecated ones, null settings, and dates of every spelling', async () => {
    for (const endDate of [
      '2026-06-01T10:00:00.123456',
      '2026-06-01T10:00:00',
      '2026-06-01T12:00:00+02:00',
      '2026-06-01',
    ])
      expect((await create({ endDate })).status).toBe(201);
    const { status, body } = await create({
      endDate: '2026-06-01T10:00:00.123456',
      startDate: 'nonsense',
      brandNew: { a: 1 },
      recording: { type: 'none' },
      liveTranscription: { destination: null, startTrigger: null, language: null },
      streaming: null,
    });
    expect(status).toBe(201);
    expect((body as Record<string, string>).endDate).toBe('2026-06-01T10:00:00.123Z');
    expect((body as Record<string, string>).startDate).toBe(new Date(START).toISOString());
  });

  test.each([
    ['no endDate', { endDate: undefined }, 'endDate'],
    ['an endDate that is none', { endDate: 'tomorrow' }, 'endDate'],
    ['an endDate that is past', { endDate: '2020-01-01T00:00:00Z' }, 'endDate'],
    ['an endDate that is a number', { endDate: 17 }, 'endDate'],
    ['a lock that is a word', { isLocked: 'yes' }, 'isLocked'],
    ['a mode that is none', { roomMode: 'huge' }, 'roomMode'],
    ['a prefix with a slash inside', { roomNamePrefix: 'a/b' }, 'roomNamePrefix'],
    ['a prefix that is too long', { roomNamePrefix: 'a'.repeat(40) }, 'roomNamePrefix'],
    ['a recording of a type that is none', { recording: { type: 'cassette' } }, 'type'],
    ['a stream without an address', { streaming: { destination: {} } }, 'url'],
  ])('%s is answered with a 400 that names it', async (_name, fields, named) => {
    const { status, body } = await create(fields);
    expect([status, body]).toEqual([400, { error: expect.stringContaining(named) as string }]);
  });

  test('role addresses come when asked for, in the body as an array or one text', async () => {
    expect(bodyOf(await create({}))).not.toHaveProperty('hostRoomUrl');
    for (const fields of [['hostRoomUrl', 'viewerRoomUrl'], 'hostRoomUrl,viewerRoomUrl']) {
      const { hostRoomUrl = '', viewerRoomUrl = '', roomUrl } = bodyOf(await create({ fields }));
      for (const url of [hostRoomUrl, viewerRoomUrl]) {
        const { origin, pathname, searchParams } = new URL(url);
        expect(origin + pathname).toBe(roomUrl);
        expect(searchParams.get('roomKey')).toMatch(/^eyJ/);
      }
      expect(hostRoomUrl).not.toBe(viewerRoomUrl);
    }
  });

  test('a viewer-mode room is locked, holds many, and answers its role addresses unasked', async () => {
    const { sandbox, ...answer } = await create({ templateType: 'viewerMode' });
    const { meetingId = '', hostRoomUrl, viewerRoomUrl } = bodyOf(answer);
    expect([hostRoomUrl, viewerRoomUrl]).toEqual([text, text]);
    expect(lookUp(sandbox.world.state.meetings, meetingId)).toMatchObject({ locked: true, roomMode: 'group' });
  });

  test('dial-in is told only where it was asked for and is there', async () => {
    const dialIn = { code: text, phoneNumbers: [{ countryCode: text, phoneNumber: text }] };
    const { call, ...answer } = await create({ isDialInEnabled: true, fields: ['dialIn'] });
    expect(answer.body).toMatchObject({ dialIn, roomPreferences: { dialIn: true } });
    const { meetingId } = bodyOf(answer);
    expect((await call('GET', `/meetings/${meetingId}?fields=dialIn`)).body).toMatchObject({ dialIn });
    expect((await call('GET', `/meetings/${meetingId}`)).body).not.toHaveProperty('dialIn');
    expect((await create({ fields: ['dialIn'] })).body).not.toHaveProperty('dialIn');
  });

  test('a strict prefix is only small letters and digits', async () => {
    const api = { roomNamePrefix: 'strict' } as const;
    expect((await create({ roomNamePrefix: 'a-b' }, { api })).status).toBe(400);
    expect((await create({ roomNamePrefix: 'ab1' }, { api })).status).toBe(201);
  });

  test('the keys of role addresses open the room in that role', async () => {
    const { sandbox, ...answer } = await create({ fields: ['hostRoomUrl', 'viewerRoomUrl'] });
    const { hostRoomUrl = '', viewerRoomUrl = '', roomName = '' } = bodyOf(answer);
    const roleOf = (url: string | null) => {
      let role = '';
      const roomKey = url && new URL(url).searchParams.get('roomKey');
      const connection = sandbox.world.connect((message) => {
        if (message.type === 'welcome') role = message.role;
      });
      connection.receive({ type: 'hello', roomName, roomKey, deviceId: 'd', pageOrigin: null });
      return role;
    };
    expect([hostRoomUrl, viewerRoomUrl, null].map(roleOf)).toEqual(['host', 'viewer', 'visitor']);
  });
});

describe('deleting a meeting', () => {
  test('puts everyone out, blocks the room, and answers 404 from then on', async () => {
    const { call, meetingId, sandbox } = await lived();
    const heard: string[] = [];
    const meetingOf = lookUp(sandbox.world.state.meetings, meetingId);
    const connection = sandbox.world.connect((message) => heard.push(message.type));
    const hello = {
      type: 'hello',
      roomName: meetingOf?.roomName ?? '',
      roomKey: null,
      deviceId: 'd',
      pageOrigin: null,
    } as const;
    connection.receive(hello);
    connection.receive({ type: 'enter', self: {} as never, externalId: null, metadata: null });
    expect((await call('DELETE', `/meetings/${meetingId}`)).status).toBe(204);
    expect(heard).toContain('removed');
    expect(meetingOf?.present).toEqual([]);
    connection.receive(hello);
    expect(heard.at(-1)).toBe('refused');
    expect((await call('GET', `/meetings/${meetingId}`)).status).toBe(404);
    expect((await call('DELETE', `/meetings/${meetingId}`)).status).toBe(204);
    expect(((await call('GET', '/meetings')).body as { results: [] }).results).toEqual([]);
  });
});

describe('lists', () => {
  const many = async (count: number, options = {}) => {
    const sandbox = await createTestSandbox(options);
    const ids = Array.from(
      { length: count },
      (_, index) =>
        sandbox.world.createMeeting({ endDate: START + MINUTE, roomName: `${index % 2 ? 'odd' : 'even'}-${index}` })
          .meetingId,
    );
    return { sandbox, ids, call: createApiCaller(sandbox) };
  };
  type Page = { results: { meetingId: string; roomName: string }[]; cursor: string | null };

  const walk = async (call: ReturnType<typeof createApiCaller>, path: string, between = () => {}) => {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { body } = await call('GET', `${path}${cursor && `&cursor=${cursor}`}`);
      const got = body as Page;
      seen.push(...got.results.map(({ meetingId }) => meetingId));
      cursor = got.cursor;
      between();
    }
    return seen;
  };

  test.each([1, 7, 50, 100])('cursors with limit %i lead through everything once, in order', async (limit) => {
    const { call, ids } = await many(101);
    expect(await walk(call, `/meetings?limit=${limit}`)).toEqual(ids);
  });

  test('meetings deleted between two pages hide no others', async () => {
    const { call, ids, sandbox } = await many(20);
    let next = 0;
    const seen = await walk(call, '/meetings?limit=5', () => {
      sandbox.world.deleteMeeting(ids[next] ?? '');
      next += 1;
    });
    expect(seen).toEqual(ids);
  });

  test('fifty are a page unless a limit is given', async () => {
    const { call } = await many(51);
    expect(((await call('GET', '/meetings')).body as Page).results).toHaveLength(50);
  });

  test.each(['limit=0', 'limit=101', 'limit=x', 'limit=1.5', 'cursor=zz', 'cursor=abcd', 'sortBy=nothing:asc'])(
    '%s is answered with 400',
    async (query) => {
      const { call } = await many(1);
      expect((await call('GET', `/recordings?${query}`)).status).toBe(400);
    },
  );

  test('are narrowed by the beginning of a room name', async () => {
    const { call } = await many(6);
    const { body } = await call('GET', '/meetings?roomName[startsWith]=/odd');
    expect((body as Page).results.map(({ roomName }) => roomName)).toEqual(['/odd-1', '/odd-3', '/odd-5']);
  });

  test('fields come comma-joined, encoded or repeated', async () => {
    const { call } = await many(1);
    for (const query of [
      'fields=hostRoomUrl,viewerRoomUrl',
      'fields=hostRoomUrl%2CviewerRoomUrl',
      'fields=hostRoomUrl&fields=viewerRoomUrl',
    ])
      expect((await call('GET', `/meetings?${query}`)).body).toMatchObject({
        results: [{ hostRoomUrl: text, viewerRoomUrl: text }],
      });
  });

  test('recordings are sorted by each of their keys, both ways', async () => {
    const { sandbox, ids, call } = await many(3);
    for (const [index, id] of ids.entries()) {
      const person = sandbox.world.join(id);
      sandbox.world.setRecording(id, true);
      sandbox.clock.advance((3 - index) * MINUTE);
      sandbox.world.setRecording(id, false);
      sandbox.world.leave(person?.participantId ?? '');
      sandbox.clock.advance(MINUTE);
    }
    const names = async (sortBy: string) =>
      ((await call('GET', `/recordings?sortBy=${sortBy}`)).body as Page).results.map(({ roomName }) => roomName);
    expect(await names('startDate:asc')).toEqual(['/even-0', '/odd-1', '/even-2']);
    for (const key of ['duration', 'sizeInMegaBytes'])
      expect(await names(`${key}:asc`)).toEqual(['/even-2', '/odd-1', '/even-0']);
    expect(await names('roomName:desc')).toEqual(['/odd-1', '/even-2', '/even-0']);
    expect((await call('GET', `/recordings?roomName=${encodeURIComponent('/odd-1')}`)).body).toMatchObject({
      results: [{ roomName: '/odd-1' }],
    });
  });
});

describe('recordings, transcriptions and summaries', () => {
  test('a recording appears once uploaded and is transcribed afterwards', async () => {
    const { sandbox, call, meetingId } = await lived();
    const before = ((await call('GET', '/recordings')).body as { results: [] }).results.length;
    sandbox.world.join(meetingId, {});
    sandbox.world.setRecording(meetingId, true);
    sandbox.clock.advance(90_000);
    sandbox.world.setRecording(meetingId, false);
    expect(((await call('GET', '/recordings')).body as { results: [] }).results).toHaveLength(before);
    sandbox.clock.advance(2_000);
    const { results } = (await call('GET', '/recordings?sortBy=startDate:desc')).body as {
      results: { recordingId: string }[];
    };
    expect(results).toHaveLength(before + 1);
    const { transcriptionId } = (await call('POST', '/transcriptions', { recordingId: results[0]?.recordingId }))
      .body as { transcriptionId: string };
    const get = async () => (await call('GET', `/transcriptions/${transcriptionId}`)).body as Record<string, unknown>;
    expect(await get()).toMatchObject({ state: 'in_progress', type: 'RECORDING_TRANSCRIPTION' });
    expect((await call('GET', `/transcriptions/${transcriptionId}/access-link`)).status).toBe(404);
    expect((await call('POST', '/summaries', { transcriptionId })).status).toBe(404);
    sandbox.clock.advance(3_000);
    expect(await get()).toMatchObject({ state: 'ready', durationInSeconds: 90 });
    const { summaryId } = (await call('POST', '/summaries', { transcriptionId, template: 'SOAP' })).body as {
      summaryId: string;
    };
    expect((await call('GET', `/summaries/${summaryId}`)).body).toMatchObject({ state: 'in_progress', summary: {} });
    sandbox.clock.advance(3_000);
    expect((await call('GET', `/summaries/${summaryId}`)).body).toMatchObject({ state: 'ready', template: 'SOAP' });
  });

  test('links last as long as asked for, and there are none to files kept elsewhere', async () => {
    const { call, recordingId, sandbox } = await lived();
    const now = sandbox.clock.now();
    const link = async (query = '') => call('GET', `/recordings/${recordingId}/access-link${query}`);
    expect((await link()).body).toMatchObject({ expires: now + 3_600_000 });
    expect((await link('?validForSeconds=10')).body).toMatchObject({ expires: now + 10_000 });
    for (const seconds of [0, 43_201]) expect((await link(`?validForSeconds=${seconds}`)).status).toBe(400);
    const { accessLink } = (await link()).body as { accessLink: string };
    expect((await fetch(accessLink)).status).toBe(200);

    const meeting = sandbox.world.createMeeting({
      endDate: START + 60 * MINUTE,
      recording: { type: 'cloud', destination: { provider: 's3' }, startTrigger: 'automatic' },
    });
    const person = sandbox.world.join(meeting.meetingId);
    sandbox.clock.advance(MINUTE);
    sandbox.world.leave(person?.participantId ?? '');
    sandbox.clock.advance(MINUTE);
    const elsewhere = Object.values(sandbox.world.state.recordings).find(({ provider }) => provider === 's3');
    expect((await call('GET', `/recordings/${elsewhere?.recordingId}/access-link`)).status).toBe(403);
  });
});

describe('themes', () => {
  const themed = async () => {
    const sandbox = await createTestSandbox({ seed: { meetings: [{ roomName: 'demo' }] } });
    return { sandbox, call: createApiCaller(sandbox), theme: () => sandbox.world.findMeeting('demo')?.theme };
  };

  test.each(['%2Fdemo', '/demo', 'demo'])('take the room as %s', async (room) => {
    const { call, theme: now } = await themed();
    expect((await call('PUT', `/rooms/${room}/theme/tokens`, theme)).status).toBe(204);
    expect(now()).toEqual({ primary: '#112233', secondary: '#445566' });
    await call('PUT', `/rooms/${room}/theme/tokens`, { tokensPreset: 'default' });
    expect(now()).toEqual({});
    expect((await call('PUT', `/rooms/${room}x/theme/tokens`, theme)).status).toBe(404);
    expect((await call('PUT', `/rooms/${room}/theme/nothing`, theme)).status).toBe(404);
  });

  test.each([
    ['logo', 'logoUrl'],
    ['room-background', 'backgroundUrl'],
    ['room-knock-page-background', 'knockBackgroundUrl'],
  ] as const)('%s is uploaded, served as a picture, and set back', async (part, key) => {
    const { call, theme: now } = await themed();
    const form = new FormData();
    form.set('image', new Blob(['pixels'], { type: 'image/png' }), 'a.png');
    expect((await call('PUT', `/rooms/%2Fdemo/theme/${part}`, form)).status).toBe(204);
    const served = await fetch(now()?.[key] ?? '');
    expect([served.headers.get('content-type'), await served.text()]).toEqual(['image/png', 'pixels']);
    expect(served.headers.get('content-security-policy')).toContain("default-src 'none'");
    await call('PUT', `/rooms/%2Fdemo/theme/${part}`, { theme: 'default', palette: 'default' });
    expect(now()).toEqual({});
    const wrong = new FormData();
    wrong.set('file', new Blob(['pixels']));
    expect((await call('PUT', `/rooms/%2Fdemo/theme/${part}`, wrong)).status).toBe(400);
  });

  test('a palette of the service is drawn; another content type is a 400', async () => {
    const { sandbox, call, theme: now } = await themed();
    const path = '/rooms/%2Fdemo/theme/room-background';
    expect((await call('PUT', path, { palette: 'burgund', theme: 'rocks' })).status).toBe(204);
    expect((await fetch(now()?.backgroundUrl ?? '')).headers.get('content-type')).toBe('image/svg+xml');
    expect((await call('PUT', path, { palette: 'burgundy' })).status).toBe(400);
    const plain = await fetch(sandbox.apiUrl + path, {
      method: 'PUT',
      headers: { authorization: `Bearer ${sandbox.apiKey}`, 'content-type': 'text/plain' },
      body: 'x',
    });
    expect(plain.status).toBe(400);
  });
});

describe('the point budget', () => {
  const spend = async (api: NonNullable<Parameters<typeof createTestSandbox>[0]>['api']) => {
    const sandbox = await createTestSandbox({ api: { ...api } });
    return { sandbox, call: createApiCaller(sandbox) };
  };

  test('spent, answers 429 with the documented body and headers until the minute is over', async () => {
    const { sandbox, call } = await spend({ pointsPerMinute: 5 });
    expect((await call('POST', '/meetings', { endDate })).status).toBe(201);
    expect((await call('DELETE', '/meetings/x')).status).toBe(204);
    sandbox.clock.advance(20_500);
    const { status, body, headers } = await call('GET', '/meetings');
    expect([status, body]).toEqual([
      429,
      { error: 'Rate limit active for throttle key: organization:1', data: { msLeft: 39_500 } },
    ]);
    expect(headers.get('retry-after')).toBe('40');
    expect(headers.get('x-ratelimit-limit')).toBe('5');
    expect(headers.get('x-ratelimit-remaining')).toBe('0');
    expect(Date.parse(headers.get('x-ratelimit-reset') ?? '')).toBe(START + MINUTE);
    expect((await createApiCaller(sandbox, 'bad')('GET', '/meetings')).status).toBe(401);
    sandbox.clock.advance(39_500);
    expect((await call('GET', '/meetings')).status).toBe(200);
  });

  test('costs by the guide where chosen, and is told with every answer where chosen', async () => {
    const { call } = await spend({ pointsPerMinute: 100, pointCosts: 'guide', rateLimitHeaders: 'always' });
    const left = async (method: string, path: string, body?: unknown) =>
      (await call(method, path, body)).headers.get('x-ratelimit-remaining');
    expect(await left('GET', '/meetings')).toBe('97');
    expect(await left('GET', '/meetings/x')).toBe('96');
    expect(await left('GET', '/insights/rooms')).toBe('91');
    expect(await left('POST', '/recordings/bulk-delete', { recordingIds: [] })).toBe('86');
  });

  test.each([
    ['iso', new Date(START + MINUTE).toISOString()],
    ['epoch', String((START + MINUTE) / 1000)],
    ['http', new Date(START + MINUTE).toUTCString()],
  ] as const)('writes its reset as %s where chosen', async (rateLimitReset, expected) => {
    const { call } = await spend({ pointsPerMinute: 0, rateLimitReset });
    expect((await call('GET', '/meetings')).headers.get('x-ratelimit-reset')).toBe(expected);
  });
});

/** What the documents leave open: each option, and what it changes. */
const choices: readonly [string, Parameters<typeof createTestSandbox>[0], (it: Lived) => Promise<void>][] = [
  [
    'errorBodies: text',
    { api: { errorBodies: 'text' } },
    async ({ sandbox }) => {
      const answer = await fetch(`${sandbox.apiUrl}/meetings`);
      expect([answer.status, await answer.text()]).toEqual([401, 'Access token is missing or invalid']);
    },
  ],
  [
    'errorBodies: empty',
    { api: { errorBodies: 'empty' } },
    async ({ call }) => expect((await call('GET', '/meetings/x')).body).toBeUndefined(),
  ],
  [
    'milliseconds: false',
    { api: { milliseconds: false } },
    async ({ call, meetingId }) =>
      expect((await call('GET', `/meetings/${meetingId}`)).body).toMatchObject({ startDate: '2026-01-01T10:00:00Z' }),
  ],
  [
    'cursorEverywhere: false',
    { api: { cursorEverywhere: false } },
    async ({ call }) => {
      for (const list of ['/transcriptions', '/summaries'])
        expect((await call('GET', list)).body).not.toHaveProperty('cursor');
      expect((await call('GET', '/recordings')).body).toHaveProperty('cursor');
    },
  ],
  [
    'summaryDone: completed',
    { api: { summaryDone: 'completed' } },
    async ({ call, summaryId }) =>
      expect((await call('GET', `/summaries/${summaryId}`)).body).toMatchObject({ state: 'completed' }),
  ],
  [
    'summariesPerPage: 25',
    { api: { summariesPerPage: 25 } },
    async ({ call, sandbox, transcriptionId }) => {
      for (let count = 0; count < 30; count += 1) sandbox.world.summarize(transcriptionId, 'SOAP');
      expect(((await call('GET', '/summaries')).body as { results: [] }).results).toHaveLength(25);
    },
  ],
  [
    'sessionTimes: both',
    { api: { sessionTimes: 'both' } },
    async ({ call, roomName }) =>
      expect((await call('GET', `/insights/room-sessions?roomName=${roomName}`)).body).toMatchObject({
        results: [{ startedAt: isoTime, endedAt: isoTime, createdAt: isoTime, endAt: isoTime }],
      }),
  ],
  [
    'sessionTimes: required',
    { api: { sessionTimes: 'required' } },
    async ({ call, roomName }) => {
      const { results } = (await call('GET', `/insights/room-sessions?roomName=${roomName}`)).body as {
        results: unknown[];
      };
      expect(results[0]).toMatchObject({ createdAt: isoTime });
      expect(results[0]).not.toHaveProperty('startedAt');
    },
  ],
  [
    'grantedRole: granted_visited',
    { api: { grantedRole: 'granted_visited' } },
    async ({ call, roomSessionId }) => {
      const { body } = await call('GET', `/insights/participants?roomSessionId=${roomSessionId}&sortBy=joinedAt:desc`);
      expect(JSON.stringify(body)).toContain('"granted_visited"');
    },
  ],
  [
    'insightsRooms: visited',
    { api: { insightsRooms: 'visited' } },
    async ({ call, sandbox }) => {
      const { meetingId, roomName } = sandbox.world.createMeeting({ endDate: START + 60 * MINUTE });
      sandbox.world.join(meetingId);
      sandbox.clock.advance(MINUTE);
      expect((await call('GET', `/insights/rooms?roomName[exact]=${roomName}`)).body).toMatchObject({
        results: [{ totalParticipantMinutes: 1, totalSessions: 0, firstSessionStartedAt: null }],
      });
    },
  ],
  [
    'insightsLagMs',
    { api: { insightsLagMs: 10 * MINUTE } },
    async ({ call, sandbox, roomName }) => {
      const path = `/insights/rooms?roomName[exact]=${roomName}`;
      expect((await call('GET', path)).body).toMatchObject({ results: [] });
      sandbox.clock.advance(10 * MINUTE);
      expect((await call('GET', path)).body).toMatchObject({ results: [{ totalSessions: 1 }] });
    },
  ],
  [
    'rules.hideNames',
    { rules: { hideNames: true } },
    async ({ call, roomSessionId }) =>
      expect((await call('GET', `/insights/participants?roomSessionId=${roomSessionId}`)).body).toMatchObject({
        results: [{ displayName: '[[redacted]]' }, { displayName: '[[redacted]]' }],
      }),
  ],
  [
    'rules.meetingIds: uuid',
    { rules: { meetingIds: 'uuid' } },
    async ({ meetingId }) => expect(meetingId).toMatch(/^[0-9a-f-]{36}$/),
  ],
];

describe('where the documents are silent or disagree, an option chooses:', () => {
  test.each(choices)('%s', async (_name, options, check) => check(await lived(options)));
});

describe('insights', () => {
  test('round every connection up by itself: a reconnect costs a new started minute', async () => {
    const { sandbox, call } = await lived();
    const { world, clock } = sandbox;
    const { meetingId, roomName } = world.createMeeting({ endDate: START + 600 * MINUTE });
    const stay = (deviceId: string) => world.join(meetingId, { deviceId })?.participantId ?? '';
    const ada = stay('ada');
    const bob = stay('bob');
    clock.advance(61_000);
    world.leave(ada);
    const again = stay('ada');
    clock.advance(1_000);
    world.leave(again);
    world.leave(bob);
    clock.advance(10 * MINUTE);
    const { results } = (await call('GET', `/insights/rooms?roomName[exact]=${roomName}`)).body as {
      results: unknown[];
    };
    expect(results[0]).toMatchObject({
      totalParticipantMinutes: 2 + 1 + 2,
      totalUniqueParticipants: 2,
      totalSessions: 1,
    });
  });

  test('need what the documents require', async () => {
    const { call } = await lived();
    for (const path of ['/insights/room-sessions', '/insights/participants', '/insights/participant'])
      expect((await call('GET', path)).status).toBe(400);
  });

  test('find people by externalId over all sessions, and by session', async () => {
    const { call, participantId } = await lived();
    expect((await call('GET', '/insights/participants?externalId=ada')).body).toMatchObject({
      results: [{ participantId, deviceId: 'ada-1' }],
    });
    expect((await call('GET', '/insights/participants?externalId=nobody')).body).toEqual({ results: [], cursor: null });
  });

  test('rooms are narrowed by name and date of creation', async () => {
    const { call, roomName } = await lived();
    const count = async (query: string) =>
      ((await call('GET', `/insights/rooms?${query}`)).body as { results: [] }).results.length;
    const day = encodeURIComponent('2026-01-01T00:00:00Z');
    const next = encodeURIComponent('2026-01-02T00:00:00Z');
    expect(await count(`roomName[startsWith]=${roomName.slice(0, 5)}`)).toBe(1);
    expect(await count(`roomName[contains]=${roomName.slice(3, 9)}`)).toBe(1);
    expect(await count('roomName[exact]=/other')).toBe(0);
    expect(await count(`createdAt[from]=${day}&createdAt[to]=${next}`)).toBe(1);
    expect(await count(`createdAt[from]=${next}`)).toBe(0);
  });
});

describe('a soak of 200 rooms with 10 people each', () => {
  test('has insights that equal what was scripted, to the minute', async () => {
    const sandbox: Sandbox = await createTestSandbox();
    const { world, clock } = sandbox;
    const call = createApiCaller(sandbox);
    let seed = 42;
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % below;
    };
    interface Script {
      readonly meetingId: string;
      readonly roomName: string;
      readonly inside: Map<string, { readonly id: string; readonly since: number }>;
      minutes: number;
      readonly people: Set<string>;
      sessions: number;
      runsUntil: number;
      running: boolean;
    }
    const rooms: Script[] = Array.from({ length: 200 }, (_, index) => ({
      ...world.createMeeting({ endDate: START + 600 * MINUTE, roomMode: 'group', roomName: `soak-${index}` }),
      inside: new Map(),
      minutes: 0,
      people: new Set(),
      sessions: 0,
      runsUntil: 0,
      running: false,
    }));
    // The script keeps its own books, by rules written here a second time.
    const settle = (room: Script, now: number) => {
      if (room.running && room.inside.size < 2 && now >= room.runsUntil) room.running = false;
    };
    const leave = (room: Script, who: string, now: number) => {
      const stay = room.inside.get(who);
      if (!stay) return;
      world.leave(stay.id);
      room.inside.delete(who);
      room.minutes += Math.ceil((now - stay.since) / MINUTE);
      if (room.inside.size === 1) room.runsUntil = now + MINUTE;
    };
    for (let step = 0; step < 60; step += 1) {
      const now = clock.now();
      for (const room of rooms) {
        settle(room, now);
        const who = `person-${random(10)}`;
        if (room.inside.has(who)) leave(room, who, now);
        else {
          const id = world.join(room.meetingId, { deviceId: who })?.participantId ?? '';
          room.inside.set(who, { id, since: now });
          room.people.add(who);
          if (room.inside.size === 2 && !room.running) {
            room.running = true;
            room.sessions += 1;
          }
        }
      }
      clock.advance(1_000 + random(90_000));
    }
    const end = clock.now();
    for (const room of rooms) {
      settle(room, end);
      for (const who of [...room.inside.keys()]) leave(room, who, end);
    }
    clock.advance(5 * MINUTE);

    const rows: Record<string, unknown>[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await call('GET', `/insights/rooms?limit=100${cursor && `&cursor=${cursor}`}`);
      const got = body as { results: Record<string, unknown>[]; cursor: string | null };
      rows.push(...got.results);
      cursor = got.cursor;
    }
    expect(
      rows.map(({ roomName, totalParticipantMinutes, totalUniqueParticipants, totalSessions }) => ({
        roomName,
        totalParticipantMinutes,
        totalUniqueParticipants,
        totalSessions,
      })),
    ).toEqual(
      rooms
        .filter(({ sessions }) => sessions > 0)
        .map(({ roomName, minutes, people, sessions }) => ({
          roomName,
          totalParticipantMinutes: minutes,
          totalUniqueParticipants: people.size,
          totalSessions: sessions,
        })),
    );
    expect(rows.length).toBeGreaterThan(190);
  });
});
