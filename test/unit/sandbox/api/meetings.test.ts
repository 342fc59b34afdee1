import { describe, expect, test } from 'vitest';
import { lookUp } from '../../../../src/sandbox/core/index.js';
import { text } from '../support/apiShapes.js';
import { createApiCaller } from '../support/createApiCaller.js';
import { createTestSandbox, START } from '../support/createTestSandbox.js';
import { createUsedRoom, endDate } from '../support/createUsedRoom.js';

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
  ])('accepts the prefix "%s"', async (roomNamePrefix, expected) => {
    expect(bodyOf(await create({ roomNamePrefix })).roomName).toMatch(expected);
  });

  test('short names have six characters that are hard to confuse', async () => {
    expect(bodyOf(await create({ roomNamePattern: 'human-short' })).roomName).toMatch(/^\/[a-z2-9]{6}$/);
  });

  test('accepts unknown and deprecated fields, null settings, and dates of every spelling', async () => {
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
    ['an endDate that is not a date', { endDate: 'tomorrow' }, 'endDate'],
    ['an endDate in the past', { endDate: '2020-01-01T00:00:00Z' }, 'endDate'],
    ['an endDate that is a number', { endDate: 17 }, 'endDate'],
    ['a lock that is a string', { isLocked: 'yes' }, 'isLocked'],
    ['an unknown mode', { roomMode: 'huge' }, 'roomMode'],
    ['a prefix with a slash inside', { roomNamePrefix: 'a/b' }, 'roomNamePrefix'],
    ['a prefix that is too long', { roomNamePrefix: 'a'.repeat(40) }, 'roomNamePrefix'],
    ['a recording of an unknown type', { recording: { type: 'cassette' } }, 'type'],
    ['a stream without a URL', { streaming: { destination: {} } }, 'url'],
  ])('%s gets a 400 that names the field', async (_name, fields, named) => {
    const { status, body } = await create(fields);
    expect([status, body]).toEqual([400, { error: expect.stringContaining(named) as string }]);
  });

  test('returns role URLs if the body asks for them, in an array or in one text', async () => {
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

  test('creates a locked group room in viewer mode, and returns its role URLs without being asked', async () => {
    const { sandbox, ...answer } = await create({ templateType: 'viewerMode' });
    const { meetingId = '', hostRoomUrl, viewerRoomUrl } = bodyOf(answer);
    expect([hostRoomUrl, viewerRoomUrl]).toEqual([text, text]);
    expect(lookUp(sandbox.world.state.meetings, meetingId)).toMatchObject({ locked: true, roomMode: 'group' });
  });

  test('returns dial-in numbers only if they are asked for and enabled', async () => {
    const dialIn = { code: text, phoneNumbers: [{ countryCode: text, phoneNumber: text }] };
    const { call, ...answer } = await create({ isDialInEnabled: true, fields: ['dialIn'] });
    expect(answer.body).toMatchObject({ dialIn, roomPreferences: { dialIn: true } });
    const { meetingId } = bodyOf(answer);
    expect((await call('GET', `/meetings/${meetingId}?fields=dialIn`)).body).toMatchObject({ dialIn });
    expect((await call('GET', `/meetings/${meetingId}`)).body).not.toHaveProperty('dialIn');
    expect((await create({ fields: ['dialIn'] })).body).not.toHaveProperty('dialIn');
  });

  test('accepts only lower-case letters and digits with the strict prefix', async () => {
    const api = { roomNamePrefix: 'strict' } as const;
    expect((await create({ roomNamePrefix: 'a-b' }, { api })).status).toBe(400);
    expect((await create({ roomNamePrefix: 'ab1' }, { api })).status).toBe(201);
  });

  test('returns role URLs whose keys open the room in that role', async () => {
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
  test('removes everyone, closes the room, and leads to 404 from then on', async () => {
    const { call, meetingId, sandbox } = await createUsedRoom();
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
