import { describe, expect, test } from 'vitest';
import { createApiCaller } from './support/createApiCaller.js';
import { MINUTE, START, createTestSandbox } from './support/createTestSandbox.js';

const CAMERA = 1_200_000;
const MICROPHONE = 40_000;

interface Samples {
  readonly packetLossSend: readonly number[];
  readonly packetLossRecv: readonly number[];
  readonly bitrateSend: readonly number[];
  readonly bitrateRecv: readonly number[];
}

/** A meeting of two people, and what the API and the control API say about it. */
async function createMeeting() {
  const sandbox = await createTestSandbox();
  const { world, clock } = sandbox;
  const { meetingId, roomName } = world.createMeeting({ endDate: START + 60 * MINUTE });
  const ada = world.join(meetingId, { displayName: 'Ada' })?.participantId ?? '';
  const bob = world.join(meetingId, { displayName: 'Bob', camera: false })?.participantId ?? '';
  const call = createApiCaller(sandbox);
  const sessionId = () => world.findMeeting(roomName)?.sessionIds.at(-1) ?? '';
  const get = async (path: string) => (await call('GET', path)).body as { results: Record<string, unknown>[] };
  return {
    sandbox,
    world,
    clock,
    meetingId,
    ada,
    bob,
    call,
    sessionId,
    samples: async (participantId: string) =>
      (
        (await call('GET', `/insights/participant?roomSessionId=${sessionId()}&participantId=${participantId}`))
          .body as { samples: Samples }[]
      )[0]?.samples,
    control: (path: string, body: unknown) =>
      fetch(`${sandbox.url}/_sandbox${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }).then(({ status }) => status),
    participants: async () => (await get(`/insights/participants?roomSessionId=${sessionId()}`)).results,
    session: async () => (await get(`/insights/room-sessions?roomName=${encodeURIComponent(roomName)}`)).results.at(-1),
    room: async () => (await get(`/insights/rooms?roomName[exact]=${encodeURIComponent(roomName)}`)).results[0],
  };
}

describe('samples of a connection', () => {
  test('follow what participants switch on and off, and who is there', async () => {
    const { world, clock, ada, bob, samples } = await createMeeting();
    clock.advance(4_000);
    world.act(ada, { type: 'update', changes: { camera: false } });
    clock.advance(4_000);
    world.act(ada, { type: 'update', changes: { microphone: false } });
    world.leave(bob);
    clock.advance(4_000);
    const both = CAMERA + MICROPHONE;
    expect((await samples(ada))?.bitrateSend).toEqual([both, both, MICROPHONE, MICROPHONE, 0, 0]);
    expect((await samples(ada))?.bitrateRecv).toEqual([MICROPHONE, MICROPHONE, MICROPHONE, MICROPHONE, 0, 0]);
    expect((await samples(bob))?.bitrateRecv).toEqual([both, both, MICROPHONE, MICROPHONE]);
    expect((await samples(ada))?.packetLossSend).toEqual([0, 0, 0, 0, 0, 0]);
  });

  test('follow the network that a participant is given, from then on and until it improves', async () => {
    const { clock, ada, bob, samples, control } = await createMeeting();
    clock.advance(2_000);
    expect(await control(`/people/${ada}/network`, { packetLossSend: 25, maxBitrate: 400_000 })).toBe(204);
    clock.advance(2_000);
    expect(await control(`/people/${ada}/network`, { packetLossSend: 0, maxBitrate: null })).toBe(204);
    clock.advance(2_000);
    const both = CAMERA + MICROPHONE;
    expect(await samples(ada)).toMatchObject({
      packetLossSend: [0, 25, 0],
      packetLossRecv: [0, 0, 0],
      bitrateSend: [both, 300_000, both],
    });
    expect((await samples(bob))?.bitrateRecv).toEqual([both, 400_000, both]);
    expect(await control(`/people/${ada}/network`, { packetLossRecv: 101 })).toBe(400);
    expect(await control('/people/nobody/network', {})).toBe(404);
    expect(await control('/people/__proto__/network', {})).toBe(404);
  });

  test('follow a host’s mute too', async () => {
    const { sandbox, world, clock, meetingId, bob, samples } = await createMeeting();
    const host = world.join(meetingId, { role: 'host' })?.participantId ?? '';
    clock.advance(2_000);
    world.act(host, { type: 'mute', participantId: bob });
    clock.advance(2_000);
    expect((await samples(bob))?.bitrateSend).toEqual([MICROPHONE, 0]);
    // They are part of a snapshot.
    const kept = JSON.parse(JSON.stringify(sandbox.snapshot())) as ReturnType<typeof sandbox.snapshot>;
    const before = await samples(bob);
    sandbox.restore(kept);
    expect(await samples(bob)).toEqual(before);
  });
});

describe('ratings', () => {
  test('are null if nobody gave one', async () => {
    const { room, session, participants } = await createMeeting();
    for (const row of [await room(), await session()]) expect(row).toMatchObject({ rating: null, totalRatings: null });
    for (const row of await participants()) expect(row).toMatchObject({ rating: null, tags: null, comment: null });
  });

  test('are averaged for their session, and for the room while that session is the last', async () => {
    const { world, clock, meetingId, ada, bob, room, session, participants, control } = await createMeeting();
    clock.advance(MINUTE);
    expect(await control(`/people/${ada}/rating`, { rating: 5, comment: 'Fine' })).toBe(204);
    world.leave(bob);
    expect(await control(`/people/${bob}/rating`, { rating: 2, tags: ['audio-quality'] })).toBe(204);
    expect(await control(`/people/${bob}/rating`, { rating: 4, tags: ['audio-quality'] })).toBe(204);
    for (const row of [await room(), await session()]) expect(row).toMatchObject({ rating: 4.5, totalRatings: 2 });
    expect(await participants()).toMatchObject([
      { rating: 5, tags: null, comment: 'Fine' },
      { rating: 4, tags: ['audio-quality'], comment: null },
    ]);
    clock.advance(2 * MINUTE);
    world.join(meetingId, { displayName: 'Cy' });
    expect(await room()).toMatchObject({ totalSessions: 2, rating: null, totalRatings: null });
    expect(await participants()).toMatchObject([{ rating: null }, { rating: null }]);
    world.rate(ada, { rating: 1 });
    expect(await room()).toMatchObject({ rating: 1, totalRatings: 1 });
  });

  test('need a number from 1 to 5 and a participant who was in a session', async () => {
    const { world, control, ada } = await createMeeting();
    for (const rating of [undefined, 0, 6, 'good'])
      expect(await control(`/people/${ada}/rating`, { rating })).toBe(400);
    expect(await control('/people/nobody/rating', { rating: 3 })).toBe(404);
    const { meetingId } = world.createMeeting({ endDate: START + MINUTE });
    const alone = world.join(meetingId)?.participantId ?? '';
    expect(await control(`/people/${alone}/rating`, { rating: 3 })).toBe(404);
  });
});
