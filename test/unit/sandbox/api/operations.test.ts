import { describe, expect, test } from 'vitest';
import { isoTime, text, themeBody, whole } from '../support/apiShapes.js';
import { createApiCaller } from '../support/createApiCaller.js';
import { createUsedRoom, endDate } from '../support/createUsedRoom.js';
import type { UsedRoom } from '../support/createUsedRoom.js';

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

type Operation = readonly [
  method: string,
  path: (it: UsedRoom) => string,
  body: ((it: UsedRoom) => unknown) | null,
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
  ['PUT', ({ roomName }) => `/rooms/${encodeURIComponent(roomName)}/theme/tokens`, () => themeBody, 204, undefined],
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
  const names = new Proxy({}, { get: (_target, key) => `{${String(key)}}` }) as UsedRoom;
  const [path = ''] = decodeURIComponent(operation[1](names)).split('?');
  return [`${operation[0]} ${path}`, operation] as const;
});

describe('every operation of the API', () => {
  test('is listed here, all twenty-seven', () => {
    expect(new Set(named.map(([name]) => name)).size).toBe(27);
  });

  test.each(named)('%s responds as documented', async (_name, [method, path, body, status, answer]) => {
    const it = await createUsedRoom();
    const { status: got, body: answered, headers } = await it.call(method, path(it), body?.(it));
    expect(got).toBe(status);
    expect(answered).toEqual(answer);
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  test.each(named)('%s responds with 401 to a wrong key, whatever else is wrong', async (_name, [method, path]) => {
    const it = await createUsedRoom();
    const wrong = createApiCaller(it.sandbox, 'wrong');
    expect((await wrong(method, path(it), method === 'GET' ? undefined : '{ not json')).status).toBe(401);
    const bare = await fetch(it.sandbox.apiUrl + path(it), { method });
    expect(bare.status).toBe(401);
  });

  test.each(named.filter(([, [method, , body]]) => method !== 'GET' && body))(
    '%s responds with 400 to malformed JSON',
    async (_name, [method, path]) => {
      const it = await createUsedRoom();
      const { status, body } = await it.call(method, path(it), '{"a":');
      expect([status, body]).toEqual([400, { error: expect.stringContaining('JSON') as string }]);
    },
  );

  test('responds with 404 to unknown ids, even if objects have a property of that name, and with 204 to deleting them', async () => {
    const { call } = await createUsedRoom();
    for (const kind of ['meetings', 'recordings', 'transcriptions', 'summaries'])
      for (const id of ['nope', '__proto__', 'constructor']) {
        expect((await call('GET', `/${kind}/${id}`)).status).toBe(404);
        expect((await call('DELETE', `/${kind}/${id}`)).status).toBe(204);
        expect((await call('GET', `/${kind}/${id}`)).status).toBe(404);
      }
    expect((await call('GET', '/nothing/here')).status).toBe(404);
    expect(({} as { deletedAt?: unknown }).deletedAt).toBeUndefined();
  });

  test('HEAD /hello distinguishes a valid key from an invalid one', async () => {
    const { sandbox, call } = await createUsedRoom();
    expect((await call('HEAD', '/hello')).status).toBe(200);
    expect((await createApiCaller(sandbox, 'bad')('HEAD', '/hello')).status).toBe(401);
  });
});
