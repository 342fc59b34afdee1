import { createWhereby, summarizeAttendance, verifyApiKey } from 'react-whereby-embed/server';
import type { WebhookEvent } from 'react-whereby-embed/server';
import { describe, expect, test } from 'vitest';
import { createApiCaller } from '../../unit/sandbox/support/createApiCaller.js';
import { MINUTE, START, createTestSandbox } from '../../unit/sandbox/support/createTestSandbox.js';
import { startReceiver } from '../../unit/sandbox/support/startReceiver.js';

const endDate = new Date(START + 60 * MINUTE).toISOString();

const withClient = async (options: Parameters<typeof createTestSandbox>[0] = {}) => {
  const sandbox = await createTestSandbox(options);
  const whereby = createWhereby({ apiKey: sandbox.apiKey, baseUrl: sandbox.apiUrl, maxRetries: 0 });
  return { sandbox, whereby };
};

describe('the package’s own client and the sandbox agree on', () => {
  test('meetings', async () => {
    const { whereby } = await withClient();
    const made = await whereby.meetings.create({
      endDate,
      fields: ['hostRoomUrl', 'viewerRoomUrl'],
      roomNamePrefix: 'a-',
    });
    expect(made.hostRoomUrl).toContain(`${made.roomUrl}?roomKey=`);
    const viewer = await whereby.meetings.create({ endDate, templateType: 'viewerMode' });
    expect(viewer.viewerRoomUrl).toContain('roomKey=');
    const listed: string[] = [];
    for await (const { meetingId } of whereby.meetings.list({ limit: 1 })) listed.push(meetingId);
    expect(listed).toEqual([made.meetingId, viewer.meetingId]);
    expect((await whereby.meetings.get(made.meetingId)).endDate).toBe(endDate);
    await whereby.meetings.delete(made.meetingId);
    await whereby.meetings.delete(made.meetingId);
    await expect(whereby.meetings.get(made.meetingId)).rejects.toMatchObject({ code: 'API_NOT_FOUND' });
  });

  test('recordings and other captures of a room, and its insights', async () => {
    const { sandbox, whereby } = await withClient();
    const { meetingId, roomName } = await whereby.meetings.create({ endDate });
    const { world, clock } = sandbox;
    const ada = world.join(meetingId, { displayName: 'Ada', role: 'host', externalId: 'ada' });
    const bob = world.join(meetingId, { displayName: 'Bob' });
    world.setRecording(meetingId, true);
    world.setTranscription(meetingId, true);
    clock.advance(3 * MINUTE);
    for (const stay of [ada, bob]) world.leave(stay?.participantId ?? '');
    clock.advance(2 * MINUTE);

    const { results: recordings } = await whereby.recordings.list({ roomName, sortBy: 'duration:desc' }).page();
    const [recording] = recordings;
    expect(recordings).toHaveLength(1);
    const recordingId = recording?.recordingId ?? '';
    await expect(whereby.recordings.get(recordingId)).resolves.toMatchObject({ recordingId });
    await expect(whereby.recordings.accessLink(recordingId)).resolves.toMatchObject({
      expires: clock.now() + 60 * MINUTE,
    });
    const { transcriptionId } = await whereby.transcriptions.create({ recordingId });
    await expect(whereby.transcriptions.get(transcriptionId)).resolves.toMatchObject({ state: 'in_progress' });
    clock.advance(MINUTE);
    const { results: transcriptions } = await whereby.transcriptions.list({ sortBy: 'startDate:asc' }).page();
    expect(transcriptions.map(({ state }) => state)).toEqual(['ready', 'ready']);
    const { summaryId } = await whereby.summaries.create({ transcriptionId, template: 'SOAP' });
    clock.advance(MINUTE);
    await expect(whereby.summaries.get(summaryId)).resolves.toMatchObject({ state: 'ready' });
    expect((await whereby.summaries.list().page()).results).toHaveLength(1);

    const { results: rooms } = await whereby.insights.rooms({ roomName: { exact: roomName } }).page();
    expect(rooms).toMatchObject([{ roomName, totalParticipantMinutes: 6, totalSessions: 1 }]);
    const [session] = (await whereby.insights.roomSessions({ roomName }).page()).results;
    const roomSessionId = session?.roomSessionId ?? '';
    const { results: people } = await whereby.insights.participants({ roomSessionId }).page();
    expect(people.map(({ displayName }) => displayName)).toEqual(['Ada', 'Bob']);
    const participantId = people[0]?.participantId ?? '';
    await expect(whereby.insights.participant({ roomSessionId, participantId })).resolves.toMatchObject([
      { displayName: 'Ada', userRole: 'host' },
    ]);

    await whereby.recordings.bulkDelete([recordingId]);
    await whereby.transcriptions.bulkDelete([transcriptionId]);
    await whereby.summaries.delete(summaryId);
    await expect(whereby.recordings.get(recordingId)).rejects.toMatchObject({ code: 'API_NOT_FOUND' });
  });

  test('themes, including uploads', async () => {
    const { sandbox, whereby } = await withClient({ seed: { meetings: [{ roomName: 'demo' }] } });
    await whereby.rooms.setThemeTokens('/demo', { tokens: { colors: { primary: '#ff0000' } }, tokensPreset: 'custom' });
    await whereby.rooms.setLogo('demo', new Uint8Array([137, 80, 78, 71]));
    await whereby.rooms.setBackground('/demo', { palette: 'purple', theme: 'mountains' });
    const image = expect.stringMatching(/\/rooms\/images\//) as string;
    expect(sandbox.world.findMeeting('demo')?.theme).toEqual({
      primary: '#ff0000',
      logoUrl: image,
      backgroundUrl: image,
    });
  });

  test('a spent budget and a wrong key', async () => {
    const { sandbox, whereby } = await withClient({ api: { pointsPerMinute: 2 } });
    const about = { baseUrl: sandbox.apiUrl };
    await expect(verifyApiKey({ ...about, apiKey: sandbox.apiKey })).resolves.toMatchObject({ valid: true });
    await expect(verifyApiKey({ ...about, apiKey: 'wrong' })).resolves.toMatchObject({ valid: false });
    await expect(whereby.meetings.create({ endDate })).rejects.toMatchObject({ status: 429 });
    const stranger = createWhereby({ apiKey: 'wrong', baseUrl: sandbox.apiUrl, maxRetries: 0 });
    await expect(stranger.meetings.list().page()).rejects.toMatchObject({ status: 401 });
    expect((await createApiCaller(sandbox)('HEAD', '/hello')).status).toBe(200);
  });
});

test('attendance from the webhooks and the sandbox’s insights count the same minutes', async () => {
  const target = await startReceiver();
  const { sandbox } = await withClient({ webhooks: [target.url] });
  const { world, clock } = sandbox;
  const { meetingId, roomName } = world.createMeeting({ endDate: START + 60 * MINUTE, roomMode: 'group' });
  const inside = new Map<string, string>();
  for (let step = 0; step < 120; step += 1) {
    const who = `person-${(step * 7 + (step >> 2)) % 9}`;
    const stay = inside.get(who);
    if (stay) {
      world.leave(stay);
      inside.delete(who);
    } else {
      const { participantId = '' } = world.join(meetingId, { externalId: who, deviceId: who }) ?? {};
      inside.set(who, participantId);
    }
    clock.advance(7_000 + ((step * 7_919) % 20_000));
  }
  for (const id of inside.values()) world.leave(id);
  clock.advance(5 * MINUTE);
  await sandbox.webhooks.settled();

  // Whatever order they come in, and some of them twice.
  const events = target.received.map(({ body }) => JSON.parse(body) as WebhookEvent);
  const { people, sessions } = summarizeAttendance([...events.toReversed(), ...events.slice(0, 20)]);
  const { body } = await createApiCaller(sandbox)('GET', `/insights/rooms?roomName[exact]=${roomName}`);
  expect((body as { results: unknown[] }).results).toMatchObject([
    {
      totalParticipantMinutes: people.reduce((sum, { minutes }) => sum + minutes, 0),
      totalUniqueParticipants: people.length,
      totalSessions: sessions.length,
    },
  ]);
  expect(people).toHaveLength(9);
});
