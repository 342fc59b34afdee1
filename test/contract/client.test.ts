import { createWhereby, fetchAllowedDomains, verifyApiKey } from 'react-whereby-embed/server';
import type { Whereby } from 'react-whereby-embed/server';
import { startSandbox } from 'react-whereby-embed/sandbox';
import type { Sandbox, SandboxOptions } from 'react-whereby-embed/sandbox';
import { runDoctor } from '../../src/sandbox/cli/runDoctor.js';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

/** Where the service's documents disagree, the client takes each of the ways. */
const ways: Record<string, NonNullable<SandboxOptions['api']>> = {
  'as its OpenAPI document says': { pointsPerMinute: 1_000, rateLimitHeaders: 'always' },
  'as its guides say': {
    pointsPerMinute: 1_000,
    pointCosts: 'guide',
    rateLimitHeaders: 'always',
    rateLimitReset: 'iso',
    errorBodies: 'text',
    milliseconds: false,
    cursorEverywhere: false,
    summariesPerPage: 25,
    sessionTimes: 'both',
    grantedRole: 'granted_visited',
  },
  'with as little as can be': { errorBodies: 'empty', cursorEverywhere: false, sessionTimes: 'required' },
};

describe.each(Object.entries(ways))('an API that responds %s', (_way, api) => {
  let sandbox: Sandbox;
  let whereby: Whereby;
  beforeAll(async () => {
    sandbox = await startSandbox({ api });
    whereby = createWhereby({ apiKey: sandbox.apiKey, baseUrl: sandbox.apiUrl, maxRetries: 0 });
  });
  afterAll(() => sandbox.close());
  beforeEach(() => sandbox.reset());
  const endDate = () => new Date(Date.now() + 3_600_000);

  test('creates, reads, lists and deletes meetings', async () => {
    const made = await whereby.meetings.create({
      endDate: endDate(),
      roomNamePrefix: 'demo-',
      fields: ['hostRoomUrl'],
    });
    expect(made.hostRoomUrl).toContain('roomKey=');
    expect(made.viewerRoomUrl).toBeUndefined();
    expect(made.rateLimit.limit).toBe(api.pointsPerMinute ?? null);
    const { hostRoomUrl: _, ...rest } = made;
    expect(await whereby.meetings.get(made.meetingId)).toEqual(rest);
    expect(await whereby.meetings.list({ roomName: { startsWith: '/demo-' } }).toArray()).toEqual([rest]);
    expect(await whereby.meetings.list({ roomName: { startsWith: '/other' } }).toArray()).toEqual([]);
    const full = await whereby.meetings.get(made.meetingId, { fields: ['hostRoomUrl', 'viewerRoomUrl'] });
    expect(full).toMatchObject({ hostRoomUrl: expect.any(String), viewerRoomUrl: expect.any(String) });
    await whereby.meetings.delete(made.meetingId);
    await whereby.meetings.delete(made.meetingId);
    await expect(whereby.meetings.get(made.meetingId)).rejects.toMatchObject({ code: 'API_NOT_FOUND' });
  });

  test('returns both role URLs of a viewer mode room without `fields`', async () => {
    const made = await whereby.meetings.create({ endDate: endDate(), templateType: 'viewerMode' });
    expect(made.hostRoomUrl).toContain('roomKey=');
    expect(made.viewerRoomUrl).toContain('roomKey=');
  });

  test('lists all meetings in pages of any size', async () => {
    for (let at = 0; at < 7; at++) await whereby.meetings.create({ endDate: endDate() });
    const ids = new Set((await whereby.meetings.list().toArray()).map(({ meetingId }) => meetingId));
    expect(ids.size).toBe(7);
    for (const limit of [1, 3, 7, 100]) {
      const again: string[] = [];
      for await (const { meetingId } of whereby.meetings.list({ limit })) again.push(meetingId);
      expect(new Set(again)).toEqual(ids);
      expect(again).toHaveLength(7);
    }
  });

  test('understands every call about recordings, transcriptions and summaries', async () => {
    const unknown = { code: 'API_NOT_FOUND' };
    expect(await whereby.recordings.list({ sortBy: 'startDate:desc' }).toArray()).toEqual([]);
    await expect(whereby.recordings.get('none')).rejects.toMatchObject(unknown);
    await expect(whereby.recordings.accessLink('none')).rejects.toMatchObject(unknown);
    expect(await whereby.recordings.delete('none')).toEqual({});
    expect(await whereby.recordings.bulkDelete(['none'])).toEqual({});
    await expect(whereby.transcriptions.create({ recordingId: 'none' })).rejects.toMatchObject(unknown);
    expect(await whereby.transcriptions.list().toArray()).toEqual([]);
    await expect(whereby.transcriptions.get('none')).rejects.toMatchObject(unknown);
    await expect(whereby.transcriptions.accessLink('none')).rejects.toMatchObject(unknown);
    expect(await whereby.transcriptions.delete('none')).toEqual({});
    expect(await whereby.transcriptions.bulkDelete(['none'])).toEqual({});
    await expect(whereby.summaries.create({ transcriptionId: 'none' })).rejects.toMatchObject(unknown);
    expect(await whereby.summaries.list().toArray()).toEqual([]);
    await expect(whereby.summaries.get('none')).rejects.toMatchObject(unknown);
    expect(await whereby.summaries.delete('none')).toEqual({});
  });

  test('fetches, transcribes, summarises and deletes a recording', async () => {
    const minute = 60_000;
    sandbox.clock.freeze(Date.now());
    const { meetingId, roomName } = await whereby.meetings.create({
      endDate: endDate(),
      recording: { type: 'cloud', destination: { provider: 'whereby' }, startTrigger: 'none' },
    });
    for (const displayName of ['Ada', 'Ben']) sandbox.world.join(meetingId, { displayName });
    sandbox.world.setRecording(meetingId, true);
    sandbox.clock.advance(5 * minute);
    sandbox.world.setRecording(meetingId, false);
    sandbox.clock.advance(5 * minute);

    const [recording] = await whereby.recordings.list({ roomName }).toArray();
    const { recordingId } = recording!;
    expect(await whereby.recordings.get(recordingId)).toMatchObject({
      recordingId,
      filename: expect.any(String),
      sizeInMegaBytes: expect.any(Number),
    });
    const link = await whereby.recordings.accessLink(recordingId, { validForSeconds: 60 });
    expect((await fetch(link.accessLink)).ok).toBe(true);
    expect(link.expires - sandbox.clock.now()).toBe(minute);

    const { transcriptionId } = await whereby.transcriptions.create({ recordingId });
    sandbox.clock.advance(5 * minute);
    expect(await whereby.transcriptions.get(transcriptionId)).toMatchObject({ roomName, state: 'ready' });
    expect((await whereby.transcriptions.accessLink(transcriptionId)).accessLink).toMatch(/^http/);

    const { summaryId } = await whereby.summaries.create({ transcriptionId, template: 'SOAP' });
    sandbox.clock.advance(5 * minute);
    const summary = await whereby.summaries.get(summaryId);
    expect(summary).toMatchObject({ transcriptionId, template: 'SOAP' });
    expect(['ready', 'completed']).toContain(summary.state);
    expect(await whereby.summaries.list().toArray()).toHaveLength(1);
    expect(await whereby.transcriptions.list({ roomName }).toArray()).toHaveLength(1);

    await whereby.summaries.delete(summaryId);
    await whereby.transcriptions.bulkDelete([transcriptionId, 'none']);
    await whereby.recordings.delete(recordingId);
    sandbox.clock.advance(minute);
    for (const list of [whereby.recordings.list(), whereby.transcriptions.list(), whereby.summaries.list()])
      expect(await list.toArray()).toEqual([]);
  });

  test('sets themes with colours, presets and pictures', async () => {
    const { roomName } = await whereby.meetings.create({ endDate: endDate() });
    const png = new Blob([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])], { type: 'image/png' });
    expect(await whereby.rooms.setThemeTokens(roomName, { tokens: { colors: { primary: '#00ff00' } } })).toEqual({});
    expect(await whereby.rooms.setLogo(roomName, png)).toEqual({});
    expect(await whereby.rooms.setLogo(roomName, { theme: 'default' })).toEqual({});
    expect(await whereby.rooms.setBackground(roomName, { palette: 'burgund', theme: 'rocks' })).toEqual({});
    expect(await whereby.rooms.setBackground(roomName, png)).toEqual({});
    expect(await whereby.rooms.setKnockPageBackground(roomName, png)).toEqual({});
  });

  test('returns insights about a room', async () => {
    const { meetingId, roomName } = await whereby.meetings.create({ endDate: endDate(), roomNamePrefix: 'demo-' });
    sandbox.world.join(meetingId, { displayName: 'Ada', externalId: 'ada' });
    sandbox.world.join(meetingId, { displayName: 'Ben' });
    const rooms = await whereby.insights.rooms({ roomName: { startsWith: '/demo-' } }).toArray();
    expect(rooms).toEqual([expect.objectContaining({ roomName, totalSessions: 1 })]);
    expect(await whereby.insights.rooms({ createdAt: { to: new Date(0) } }).toArray()).toEqual([]);
    const [session] = await whereby.insights.roomSessions({ roomName }).toArray();
    const people = await whereby.insights.participants({ roomSessionId: session!.roomSessionId }).toArray();
    expect(people.map(({ displayName }) => displayName).sort()).toEqual(['Ada', 'Ben']);
    const [ada] = await whereby.insights.participants({ externalId: 'ada' }).toArray();
    const { roomSessionId, participantId } = ada!;
    const details = await whereby.insights.participant({ roomSessionId, participantId });
    expect(details[0]).toMatchObject({ displayName: 'Ada', sampleRateMs: expect.any(Number) });
  });

  test('distinguishes a wrong key from a valid one', async () => {
    expect(await verifyApiKey({ apiKey: sandbox.apiKey, baseUrl: sandbox.apiUrl })).toMatchObject({ valid: true });
    expect(await verifyApiKey({ apiKey: 'wrong', baseUrl: sandbox.apiUrl })).toMatchObject({
      valid: false,
      error: { code: 'API_UNAUTHORIZED', status: 401 },
    });
  });

  test('lets the doctor judge a key without printing it and find a room by itself', async () => {
    await whereby.meetings.create({ endDate: endDate() });
    const run = async (key: string, ...argv: string[]) => {
      const lines: string[] = [];
      const io = { out: (text: string) => lines.push(text), err: (text: string) => lines.push(text) };
      const code = await runDoctor(argv, io, { apiKey: key, baseUrl: sandbox.apiUrl });
      return { code, text: lines.join('\n') };
    };
    const well = await run(sandbox.apiKey, '--page', 'https://app.acme.com');
    expect(well).toMatchObject({ code: 0, text: expect.stringContaining('ok       API key') });
    // It found a room to ask by itself.
    expect(well.text).toContain(`${sandbox.roomOrigin} may be framed by`);
    expect(well.text).not.toContain(sandbox.apiKey);
    const ill = await run('wrong');
    expect(ill).toMatchObject({ code: 1, text: expect.stringMatching(/PROBLEM {2}API key: .*\[API_UNAUTHORIZED\]/) });
    expect(ill.text).not.toContain('react-whereby-embed API');
  });

  test('serves the allowed domains of its rooms', async () => {
    const { roomUrl } = await whereby.meetings.create({ endDate: endDate() });
    sandbox.setAllowedDomains(['https://app.acme.com']);
    expect((await fetchAllowedDomains(roomUrl)).origin).toBe(sandbox.roomOrigin);
  });
});

test.each(['http', 'iso', 'epoch'] as const)(
  'a spent budget comes with the time to wait, in the format %s',
  async (rateLimitReset) => {
    const poor = await startSandbox({ api: { pointsPerMinute: 2, rateLimitReset } });
    try {
      const client = createWhereby({ apiKey: poor.apiKey, baseUrl: poor.apiUrl, maxRetries: 0 });
      const error: unknown = await (async () => {
        for (let at = 0; at < 5; at++) await client.meetings.list().page();
      })().catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({
        code: 'API_RATE_LIMITED',
        status: 429,
        rateLimit: { remaining: 0, resetAt: expect.any(Date) },
      });
      expect((error as { retryAfter: number }).retryAfter).toBeGreaterThan(0);
      expect((error as { retryAfter: number }).retryAfter).toBeLessThanOrEqual(61_000);
    } finally {
      await poor.close();
    }
  },
);
