import { describe, expect, test } from 'vitest';
import type { RoomState } from '../../../src/sandbox/wire.js';
import { createApiCaller } from './support/createApiCaller.js';
import { createControlCaller } from './support/createControlCaller.js';
import { createTestSandbox, MINUTE, START } from './support/createTestSandbox.js';
import { createUsedRoom } from './support/createUsedRoom.js';
import { openRoomPage } from './support/openRoomPage.js';
import { startReceiver } from './support/startReceiver.js';

const self = {
  displayName: 'Ada',
  avatarUrl: null,
  camera: true,
  microphone: true,
  screenshare: false,
  cameraEffect: null,
  handRaised: false,
  group: null,
};
const enter = { type: 'enter', self, externalId: null, metadata: null } as const;
const HOUR = 60 * MINUTE;
const endDate = new Date(START + HOUR).toISOString();
const seed = { now: new Date(START).toISOString(), meetings: [{ roomName: 'demo', endDate }] };
const keyOf = (url: string) => new URL(url).searchParams.get('roomKey');

describe('a room', () => {
  test('is the same with and without a trailing slash', async () => {
    const sandbox = await createTestSandbox({ seed });
    for (const path of ['/demo', '/demo/', '/demo/?minimal'])
      expect([path, (await fetch(sandbox.url + path)).status]).toEqual([path, 200]);
    const { waitFor } = await openRoomPage(sandbox, { roomName: '/demo/' });
    expect((await waitFor('welcome')).room.roomName).toBe('/demo');
    expect(sandbox.roomUrl('demo/')).toBe(`${sandbox.url}/demo`);
    const theme = { tokensPreset: 'custom', tokens: { colors: { primary: '#112233' } } };
    expect((await createApiCaller(sandbox)('PUT', '/rooms/%2Fdemo%2F/theme/tokens', theme)).status).toBe(204);
  });

  test.each(['a b', 'ä', 'x'.repeat(37), ''])('refuses the externalId %j', async (externalId) => {
    const sandbox = await createTestSandbox({ seed });
    for (const type of ['enter', 'knock'] as const) {
      const page = await openRoomPage(sandbox);
      await page.waitFor('welcome');
      page.send({ ...enter, type, externalId });
      expect((await page.waitFor('refused')).reason).toBe('bad-external-id');
    }
    expect(sandbox.world.findMeeting('demo')?.present).toEqual([]);
    expect(() => sandbox.world.join('demo', { externalId })).toThrow('SANDBOX_PERSON_INVALID');
  });

  test('takes an externalId of 36 letters, digits, hyphens and underscores', async () => {
    const sandbox = await createTestSandbox({ seed });
    const page = await openRoomPage(sandbox);
    page.send({ ...enter, externalId: 'A_z-9'.padEnd(36, 'x') });
    await page.waitFor('entered');
  });

  test('that is deactivated takes its hosts’ rights, sends whoever waits away, and lets nobody in', async () => {
    const target = await startReceiver();
    const sandbox = await createTestSandbox({ seed, webhooks: [target.url] });
    const host = await openRoomPage(sandbox, { roomKey: keyOf(sandbox.roomUrl('demo', 'host')) });
    host.send(enter);
    await host.waitFor('entered');
    host.send({ type: 'lock', locked: true });
    await host.waitFor('room', ({ room }) => room.locked);
    const visitor = await openRoomPage(sandbox, { deviceId: 'e' });
    visitor.send({ ...enter, type: 'knock' });
    await host.waitFor('room', ({ room }) => room.knocking.length === 1);
    await sandbox.webhooks.settled();
    const sent = target.received.length;
    sandbox.clock.advance(2 * HOUR);
    const { room } = await host.waitFor('room', (message) => !message.room.active);
    expect([room.knocking, room.participants.length]).toEqual([[], 1]);
    expect((await visitor.waitFor('refused')).reason).toBe('expired');
    host.send({ type: 'lock', locked: false });
    host.send({ type: 'say', text: 'still here' });
    expect((await host.waitFor('room', (message) => message.room.chat.length === 1)).room.locked).toBe(true);
    const late = await openRoomPage(sandbox);
    expect((await late.waitFor('refused')).reason).toBe('expired');
    expect(sandbox.world.join('demo')).toBeUndefined();
    expect(sandbox.world.knock('demo')).toBeUndefined();
    const control = createControlCaller(sandbox);
    for (const path of ['/rooms/demo/people', '/rooms/demo/knocks'])
      expect((await control('POST', path, {})).body).toEqual({ error: 'the meeting is over' });
    await sandbox.webhooks.settled();
    expect(target.received).toHaveLength(sent);
  });

  test('that is deleted after its time sends everyone away', async () => {
    const sandbox = await createTestSandbox({ seed });
    const page = await openRoomPage(sandbox);
    page.send(enter);
    await page.waitFor('entered');
    sandbox.clock.advance(26 * HOUR);
    await page.waitFor('removed');
    const late = await openRoomPage(sandbox);
    expect((await late.waitFor('refused')).reason).toBe('deleted');
  });

  test('learns at once that the allowed domains have changed', async () => {
    const sandbox = await createTestSandbox({ seed });
    const page = await openRoomPage(sandbox, { pageOrigin: 'https://app.example' });
    expect((await page.waitFor('welcome')).commandsAllowed).toBe(true);
    sandbox.setAllowedDomains(['https://other.example/']);
    await page.waitFor('allowed', ({ commandsAllowed }) => !commandsAllowed);
    expect(
      (await (await openRoomPage(sandbox, { pageOrigin: 'https://app.example' })).waitFor('welcome')).commandsAllowed,
    ).toBe(false);
    await createControlCaller(sandbox)('POST', '/allowed-domains', { domains: ['https://app.example/'] });
    await page.waitFor('allowed', ({ commandsAllowed }) => commandsAllowed);
    expect(() => sandbox.setAllowedDomains(['app.example'])).toThrow('must be an origin');
  });

  test('sends a leaving and a joining event for someone who reconnects, to the webhooks and to the others', async () => {
    const target = await startReceiver();
    const sandbox = await createTestSandbox({ seed, webhooks: [target.url] });
    const other = await openRoomPage(sandbox, { deviceId: 'other' });
    other.send(enter);
    await other.waitFor('entered');
    const first = await openRoomPage(sandbox);
    first.send(enter);
    const { participantId } = await first.waitFor('entered');
    const has = (room: RoomState, id: string) => room.participants.some((one) => one.participantId === id);
    await other.waitFor('room', ({ room }) => has(room, participantId));
    first.socket.terminate();
    await other.waitFor('room', ({ room }) => room.participants.length === 1 && !has(room, participantId));
    const again = await openRoomPage(sandbox);
    again.send(enter);
    const { participantId: next } = await again.waitFor('entered');
    expect(next).not.toBe(participantId);
    await other.waitFor('room', ({ room }) => has(room, next));
    await sandbox.webhooks.settled();
    expect(target.types()).toEqual([
      'room.client.joined',
      'room.client.joined',
      'room.session.started',
      'room.client.left',
      'room.client.joined',
    ]);
  });

  test('loses its connections alone if it is named', async () => {
    const meetings = [{ roomName: 'demo' }, { roomName: 'other' }];
    const sandbox = await createTestSandbox({ seed: { meetings } });
    const [here, there] = [await openRoomPage(sandbox), await openRoomPage(sandbox, { roomName: '/other' })];
    await Promise.all([here.waitFor('welcome'), there.waitFor('welcome')]);
    const closed = new Promise((resolve) => here.socket.once('close', resolve));
    await createControlCaller(sandbox)('POST', '/drop-connections', { roomName: 'demo' });
    await closed;
    there.send(enter);
    await there.waitFor('entered');
  });
});

describe('roomSessionId', () => {
  test('is null while no session runs: for who is alone, who knocks at an empty room, and after the end', async () => {
    const target = await startReceiver();
    const sandbox = await createTestSandbox({ seed, webhooks: [target.url] });
    const { world, clock } = sandbox;
    world.knock('demo');
    const ada = world.join('demo')?.participantId ?? '';
    const bob = world.join('demo')?.participantId ?? '';
    world.leave(bob);
    clock.advance(2 * MINUTE);
    world.leave(ada);
    await sandbox.webhooks.settled();
    const sessions = target.received.map(({ body }) => {
      const { type, data } = JSON.parse(body) as { type: string; data: { roomSessionId: string | null } };
      return [type, data.roomSessionId];
    });
    const [id] = Object.keys(world.state.sessions);
    expect(sessions).toEqual([
      ['room.client.knocked', null],
      ['room.client.joined', null],
      ['room.client.joined', id],
      ['room.session.started', id],
      ['room.client.left', id],
      ['room.session.ended', id],
      ['room.client.left', null],
    ]);
  });

  test('is null in a triggered event that happens without a session, and the session’s where one runs', async () => {
    const sandbox = await createTestSandbox({ seed });
    const read = (type: Parameters<typeof sandbox.trigger>[0]) =>
      sandbox.trigger(type, { roomName: 'demo' }).data['roomSessionId'];
    for (const type of ['room.client.joined', 'room.client.knocked', 'room.client.left'] as const)
      expect(read(type)).toBeNull();
    expect(read('room.session.started')).toEqual(expect.any(String));
    sandbox.world.join('demo');
    sandbox.world.join('demo');
    expect(read('room.client.joined')).toBe(sandbox.world.findMeeting('demo')?.sessionId);
  });
});

describe('room URLs with a key', () => {
  test('give the role of the key until it is revoked, and then a new URL does', async () => {
    const sandbox = await createTestSandbox({ seed });
    for (const role of ['host', 'viewer'] as const) {
      const url = sandbox.roomUrl('demo', role);
      const before = await openRoomPage(sandbox, { roomKey: keyOf(url) });
      expect((await before.waitFor('welcome')).role).toBe(role);
      expect((await createControlCaller(sandbox)('POST', '/rooms/demo/revoke', { role })).status).toBe(204);
      const after = await openRoomPage(sandbox, { roomKey: keyOf(url) });
      expect((await after.waitFor('refused')).reason).toBe('bad-key');
      const again = sandbox.roomUrl('demo', role);
      expect(again).not.toBe(url);
      expect((await (await openRoomPage(sandbox, { roomKey: keyOf(again) })).waitFor('welcome')).role).toBe(role);
    }
  });

  test('have the time at which they were made in seconds', async () => {
    const sandbox = await createTestSandbox({ seed });
    for (const role of ['host', 'viewer', 'owner'] as const) {
      const [, claims = ''] = keyOf(sandbox.roomUrl('demo', role))?.split('.') ?? [];
      expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({ role, iat: START / 1_000 });
    }
  });
});

describe('access links to files', () => {
  test('work until they expire by the sandbox’s clock, and not with another token, file or time', async () => {
    const { sandbox, call, recordingId, transcriptionId } = await createUsedRoom();
    for (const path of [`recordings/${recordingId}`, `transcriptions/${transcriptionId}`]) {
      const { accessLink, expires } = (await call('GET', `/${path}/access-link?validForSeconds=60`)).body as {
        accessLink: string;
        expires: number;
      };
      expect(expires).toBe(sandbox.clock.now() + MINUTE);
      const status = async (url: string) => (await fetch(url)).status;
      expect(await status(accessLink)).toBe(200);
      expect(await status(accessLink.replace(/token=.*/, ''))).toBe(403);
      expect(await status(accessLink.replace(`expires=${expires}`, `expires=${expires + 1}`))).toBe(403);
      expect(await status(accessLink.replace(/files\/\w+\/[\w-]+/, 'files/recordings/other'))).toBe(403);
      sandbox.clock.advance(MINUTE);
      expect(await status(accessLink)).toBe(403);
    }
  });

  test('are revoked by deleting the file', async () => {
    const { call, recordingId } = await createUsedRoom();
    const { accessLink } = (await call('GET', `/recordings/${recordingId}/access-link`)).body as { accessLink: string };
    await call('DELETE', `/recordings/${recordingId}`);
    expect((await fetch(accessLink)).status).toBe(404);
  });
});

describe('a cursor', () => {
  test('of another list, or of this one in another order, is a 400', async () => {
    const sandbox = await createTestSandbox();
    const call = createApiCaller(sandbox);
    for (let count = 0; count < 3; count += 1) {
      const { meetingId } = sandbox.world.createMeeting({ endDate: START + HOUR });
      for (let person = 0; person < 2; person += 1) sandbox.world.join(meetingId);
      sandbox.world.setRecording(meetingId, true);
    }
    sandbox.clock.advance(MINUTE);
    for (const meetingId of Object.keys(sandbox.world.state.meetings)) sandbox.world.setRecording(meetingId, false);
    sandbox.clock.advance(MINUTE);
    const lists = [
      '/meetings?',
      '/recordings?',
      '/recordings?sortBy=startDate:desc&',
      '/insights/rooms?',
      '/insights/rooms?sortBy=roomName&',
    ];
    const cursors = await Promise.all(
      lists.map(async (list) => ((await call('GET', `${list}limit=1`)).body as { cursor: string }).cursor),
    );
    for (const [from, cursor] of cursors.entries())
      for (const [to, list] of lists.entries()) {
        expect(cursor).toEqual(expect.any(String));
        const { status } = await call('GET', `${list}limit=1&cursor=${cursor}`);
        // Without an order the one of the cursor goes on.
        const isSame = list === lists[from] || (list === lists[from]?.split('?')[0] + '?' && !list.includes('sortBy'));
        expect([lists[from], lists[to], status]).toEqual([lists[from], list, isSame ? 200 : 400]);
      }
  });
});
