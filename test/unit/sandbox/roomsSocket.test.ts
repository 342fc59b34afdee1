import { describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { selfState } from '../../support/selfState.js';
import { createTestSandbox, MINUTE, START } from './support/createTestSandbox.js';
import { demoSeed } from './support/demoSeed.js';
import { openRoomPage } from './support/openRoomPage.js';

const self = selfState('Zed');

describe('the rooms’ socket', () => {
  test('connects two pages', async () => {
    const sandbox = await createTestSandbox({ seed: { meetings: [{ roomName: 'demo' }] } });
    const one = await openRoomPage(sandbox);
    const two = await openRoomPage(sandbox, {
      roomKey: sandbox.world.keyFor(sandbox.world.findMeeting('demo')?.meetingId ?? '', 'host'),
    });
    one.send({ type: 'enter', self, externalId: 'e', metadata: 'm' });
    await one.waitFor('entered');
    two.send({ type: 'enter', self: { ...self, displayName: 'Hal' }, externalId: null, metadata: null });
    const { room } = await one.waitFor('room', (message) => message.room.participants.length === 2);
    expect(room.participants.map(({ displayName, role }) => [displayName, role])).toEqual([
      ['Zed', 'visitor'],
      ['Hal', 'host'],
    ]);
    two.socket.terminate();
    await one.waitFor('room', (message) => message.room.participants.length === 1);
  });

  test('tells a room page whether commands from the embedding page are allowed', async () => {
    const sandbox = await createTestSandbox({ seed: demoSeed, allowedDomains: ['https://app.example'] });
    const allowed = async (pageOrigin: string | null) =>
      (await (await openRoomPage(sandbox, { pageOrigin })).waitFor('welcome')).commandsAllowed;
    expect([await allowed('https://app.example'), await allowed('https://else.example'), await allowed(null)]).toEqual([
      true,
      false,
      false,
    ]);
    sandbox.setAllowedDomains(null);
    expect(await allowed('https://else.example')).toBe(true);
  });

  test('survives messages that are not JSON or too long', async () => {
    const sandbox = await createTestSandbox({ seed: demoSeed });
    const broken = await openRoomPage(sandbox);
    broken.socket.send('not json');
    broken.socket.send('[]');
    broken.socket.send('null');
    broken.socket.send(JSON.stringify({ type: 'hello' }));
    await broken.waitFor('refused');
    const closed = new Promise((resolve) => broken.socket.once('close', resolve));
    broken.socket.send('x'.repeat(300_000));
    await closed;
    expect((await (await openRoomPage(sandbox)).waitFor('welcome')).room.roomName).toBe('/demo');
  });

  test('is closed to other websites', async () => {
    const sandbox = await createTestSandbox({ seed: demoSeed });
    const outcome = (origin: string | undefined) =>
      new Promise<string>((resolve) => {
        const socket = new WebSocket(`${sandbox.url.replace('http', 'ws')}/rooms/socket`, origin ? { origin } : {});
        socket.on('open', () => (resolve('open'), socket.terminate()));
        socket.on('error', () => resolve('refused'));
      });
    expect(await outcome('https://evil.example')).toBe('refused');
    expect(await outcome('null')).toBe('refused');
    expect(await outcome('http://localhost:3000')).toBe('open');
    expect(await outcome(undefined)).toBe('open');
  });

  test('can be dropped', async () => {
    const sandbox = await createTestSandbox({ seed: demoSeed });
    const { socket, waitFor } = await openRoomPage(sandbox);
    await waitFor('welcome');
    const closed = new Promise((resolve) => socket.once('close', resolve));
    sandbox.dropConnections();
    await closed;
  });

  test('notifies pages when the clock is moved', async () => {
    const sandbox = await createTestSandbox({ seed: demoSeed });
    const { waitFor } = await openRoomPage(sandbox);
    await waitFor('welcome');
    sandbox.clock.advance(MINUTE);
    expect((await waitFor('clock')).now).toBe(new Date(START + MINUTE).toISOString());
  });
});
