import type { Whereby } from 'react-whereby-embed/server';
import { meeting } from './fixtures.js';

export interface Operation {
  readonly run: (whereby: Whereby) => Promise<object>;
  /** Method and address below the base, as it is sent. */
  readonly sends: string;
  readonly body?: unknown;
  readonly status: number;
  readonly answers?: unknown;
}

const total = {
  totalParticipantMinutes: 1,
  totalRecorderMinutes: 0,
  totalStreamerMinutes: 0,
  totalUniqueParticipants: 1,
  totalUniqueRecorders: 0,
  totalUniqueStreamers: 0,
};
const recording = {
  recordingId: 'r1',
  roomSessionId: 's1',
  filename: 'recording.mp4',
  startDate: '2026-01-01T10:00:00.000Z',
  endDate: '2026-01-01T10:30:00.000Z',
  sizeInMegaBytes: 100,
};
const transcription = {
  transcriptionId: 't1',
  roomSessionId: 's1',
  roomName: '/demo',
  startDate: '2026-01-01T10:00:00.000Z',
  endDate: null,
  state: 'in_progress',
  createdAt: '2026-01-01T10:00:00.000Z',
  type: 'LIVE_TRANSCRIPTION',
};
const summary = {
  summaryId: 'y1',
  transcriptionId: 't1',
  summary: { summary: 'All went well.' },
  roomSessionId: 's1',
  roomName: '/demo',
  startDate: '2026-01-01T10:00:00.000Z',
  endDate: '2026-01-01T10:30:00.000Z',
  state: 'completed',
  createdAt: '2026-01-01T10:31:00.000Z',
  modifiedAt: '2026-01-01T10:32:00.000Z',
  template: 'SOAP',
};
const link = { accessLink: 'https://files.example/r1.mp4?signature=abc', expires: 1740819600000 };
const page = (item: unknown) => ({ results: [item], cursor: null });
const png = new Uint8Array([137, 80, 78, 71]);

/** Every operation of the API: what a call sends, and what it returns for the documented response. */
export const operations: Record<string, Operation> = {
  'meetings.create': {
    run: (w) =>
      w.meetings.create({
        endDate: new Date('2026-01-01T11:00:00Z'),
        isLocked: true,
        roomMode: 'group',
        roomNamePrefix: 'demo-',
        recording: { type: 'cloud', destination: { provider: 'whereby', fileFormat: 'mp4' }, startTrigger: null },
        fields: ['hostRoomUrl'],
      }),
    sends: 'POST /meetings',
    body: {
      endDate: '2026-01-01T11:00:00.000Z',
      isLocked: true,
      roomMode: 'group',
      roomNamePrefix: 'demo-',
      recording: { type: 'cloud', destination: { provider: 'whereby', fileFormat: 'mp4' }, startTrigger: null },
      fields: ['hostRoomUrl'],
    },
    status: 201,
    answers: { ...meeting, hostRoomUrl: `${meeting.roomUrl}?roomKey=abc`, newerThanThisPackage: true },
  },
  'meetings.list': {
    run: (w) =>
      w.meetings
        .list({
          limit: 100,
          cursor: 'c 1',
          fields: ['hostRoomUrl', 'viewerRoomUrl'],
          roomName: { startsWith: '/demo' },
        })
        .page(),
    sends: 'GET /meetings?limit=100&cursor=c+1&fields=hostRoomUrl%2CviewerRoomUrl&roomName%5BstartsWith%5D=%2Fdemo',
    status: 200,
    answers: page(meeting),
  },
  'meetings.get': {
    run: (w) => w.meetings.get('52755922', { fields: ['viewerRoomUrl'] }),
    sends: 'GET /meetings/52755922?fields=viewerRoomUrl',
    status: 200,
    answers: { ...meeting, viewerRoomUrl: `${meeting.roomUrl}?roomKey=abc` },
  },
  'meetings.delete': { run: (w) => w.meetings.delete('52755922'), sends: 'DELETE /meetings/52755922', status: 204 },
  'recordings.list': {
    run: (w) => w.recordings.list({ roomName: '/demo', sortBy: 'duration:desc' }).page(),
    sends: 'GET /recordings?roomName=%2Fdemo&sortBy=duration%3Adesc',
    status: 200,
    answers: page(recording),
  },
  'recordings.get': {
    run: (w) => w.recordings.get('a/b'),
    sends: 'GET /recordings/a%2Fb',
    status: 200,
    answers: recording,
  },
  'recordings.delete': { run: (w) => w.recordings.delete('r1'), sends: 'DELETE /recordings/r1', status: 204 },
  'recordings.accessLink': {
    run: (w) => w.recordings.accessLink('r1', { validForSeconds: 60 }),
    sends: 'GET /recordings/r1/access-link?validForSeconds=60',
    status: 200,
    answers: link,
  },
  'recordings.bulkDelete': {
    run: (w) => w.recordings.bulkDelete(['r1', 'r2']),
    sends: 'POST /recordings/bulk-delete',
    body: { recordingIds: ['r1', 'r2'] },
    status: 204,
  },
  'transcriptions.create': {
    run: (w) => w.transcriptions.create({ recordingId: 'r1' }),
    sends: 'POST /transcriptions',
    body: { recordingId: 'r1' },
    status: 201,
    answers: { transcriptionId: 't1' },
  },
  'transcriptions.list': {
    run: (w) => w.transcriptions.list({ sortBy: 'durationInSeconds:asc', limit: 1 }).page(),
    sends: 'GET /transcriptions?sortBy=durationInSeconds%3Aasc&limit=1',
    status: 200,
    answers: page(transcription),
  },
  'transcriptions.get': {
    run: (w) => w.transcriptions.get('t1'),
    sends: 'GET /transcriptions/t1',
    status: 200,
    answers: transcription,
  },
  'transcriptions.delete': {
    run: (w) => w.transcriptions.delete('t1'),
    sends: 'DELETE /transcriptions/t1',
    status: 204,
  },
  'transcriptions.accessLink': {
    run: (w) => w.transcriptions.accessLink('t1'),
    sends: 'GET /transcriptions/t1/access-link',
    status: 200,
    answers: link,
  },
  'transcriptions.bulkDelete': {
    run: (w) => w.transcriptions.bulkDelete(['t1']),
    sends: 'POST /transcriptions/bulk-delete',
    body: { transcriptionIds: ['t1'] },
    status: 204,
  },
  'summaries.create': {
    run: (w) => w.summaries.create({ transcriptionId: 't1', template: 'SOAP' }),
    sends: 'POST /summaries',
    body: { transcriptionId: 't1', template: 'SOAP' },
    status: 201,
    answers: { summaryId: 'y1' },
  },
  'summaries.list': {
    run: (w) => w.summaries.list({ sortBy: 'roomName:asc' }).page(),
    sends: 'GET /summaries?sortBy=roomName%3Aasc',
    status: 200,
    answers: page(summary),
  },
  'summaries.get': { run: (w) => w.summaries.get('y1'), sends: 'GET /summaries/y1', status: 200, answers: summary },
  'summaries.delete': { run: (w) => w.summaries.delete('y1'), sends: 'DELETE /summaries/y1', status: 204 },
  'rooms.setThemeTokens': {
    run: (w) => w.rooms.setThemeTokens('/demo', { tokens: { colors: { primary: '#ff0000' } }, tokensPreset: 'custom' }),
    sends: 'PUT /rooms/%2Fdemo/theme/tokens',
    body: { tokens: { colors: { primary: '#ff0000' } }, tokensPreset: 'custom' },
    status: 204,
  },
  'rooms.setLogo': {
    run: (w) => w.rooms.setLogo('demo', png),
    sends: 'PUT /rooms/%2Fdemo/theme/logo',
    status: 204,
  },
  'rooms.setBackground': {
    run: (w) => w.rooms.setBackground('/demo', { palette: 'burgund', theme: 'rocks' }),
    sends: 'PUT /rooms/%2Fdemo/theme/room-background',
    body: { palette: 'burgund', theme: 'rocks' },
    status: 204,
  },
  'rooms.setKnockPageBackground': {
    run: (w) => w.rooms.setKnockPageBackground('/demo', new Blob([png], { type: 'image/png' })),
    sends: 'PUT /rooms/%2Fdemo/theme/room-knock-page-background',
    status: 204,
  },
  'insights.rooms': {
    run: (w) =>
      w.insights
        .rooms({
          roomName: { contains: 'demo' },
          createdAt: { from: new Date('2026-01-01T00:00:00Z'), to: '2026-02-01T00:00:00Z' },
          sortBy: 'totalSessions:asc',
        })
        .page(),
    sends:
      'GET /insights/rooms?roomName%5Bcontains%5D=demo&createdAt%5Bfrom%5D=2026-01-01T00%3A00%3A00.000Z&createdAt%5Bto%5D=2026-02-01T00%3A00%3A00Z&sortBy=totalSessions%3Aasc',
    status: 200,
    answers: page({
      roomName: '/demo',
      createdAt: '2026-01-01T00:00:00.000Z',
      ...total,
      totalSessions: 1,
      rating: null,
    }),
  },
  'insights.roomSessions': {
    run: (w) => w.insights.roomSessions({ roomName: '/demo' }).page(),
    sends: 'GET /insights/room-sessions?roomName=%2Fdemo',
    status: 200,
    answers: page({ roomSessionId: 's1', roomName: '/demo', ...total }),
  },
  'insights.participants': {
    run: (w) => w.insights.participants({ externalId: 'user&1', sortBy: 'joinedAt:asc' }).page(),
    sends: 'GET /insights/participants?externalId=user%261&sortBy=joinedAt%3Aasc',
    status: 200,
    answers: page({ participantId: 'p1', roomSessionId: 's1', leftAt: null, tags: null }),
  },
  'insights.participant': {
    run: (w) => w.insights.participant({ roomSessionId: 's1', participantId: '/p1' }),
    sends: 'GET /insights/participant?roomSessionId=s1&participantId=%2Fp1',
    status: 200,
    answers: [{ displayName: 'Ada', userRole: 'host', sampleRateMs: 2000, samples: {}, events: [] }],
  },
};
