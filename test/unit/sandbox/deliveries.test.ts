import { createHmac } from 'node:crypto';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { webhookEvents } from '../../../src/server/webhooks/events.js';
import type { WebhookEventType } from '../../../src/server/webhooks/events.js';
import { findEventProblem } from '../../../src/server/webhooks/findEventProblem.js';
import { isWebhookEvent } from '../../../src/server/webhooks/isWebhookEvent.js';
import { verifyWebhook } from '../../../src/server/webhooks/verifyWebhook.js';
import { startSandbox } from '../../../src/sandbox/index.js';
import type { SandboxOptions } from '../../../src/sandbox/index.js';
import { MINUTE, START, createTestSandbox } from './support/createTestSandbox.js';
import { startReceiver } from './support/startReceiver.js';

const types = Object.keys(webhookEvents) as WebhookEventType[];

/** Every field that the registry has for a type. */
const listFields = (type: WebhookEventType) =>
  webhookEvents[type].groups.flatMap(({ required, optional }) => Object.keys({ ...required, ...optional }));

/** A sandbox that sends to a receiver, with short delays before retries. */
async function createSendingSandbox(answer?: Parameters<typeof startReceiver>[0], options: SandboxOptions = {}) {
  const { delivery, ...more } = options;
  const target = await startReceiver(answer);
  const sandbox = await createTestSandbox({
    webhooks: [target.url],
    delivery: { retryDelaysMs: [1, 2], ...delivery },
    ...more,
  });
  return { sandbox, target, deliveries: () => sandbox.webhooks.list() };
}

describe('an event', () => {
  test('is written by JSON.stringify, and signed so that verifyWebhook and a plain HMAC agree', async () => {
    const { sandbox, target } = await createSendingSandbox();
    const { meetingId } = sandbox.world.createMeeting({ endDate: START + MINUTE });
    sandbox.world.join(meetingId, { displayName: 'Zoë “Ü” 💡 </script>', metadata: '{"a": 1}', externalId: 'x-1' });
    await sandbox.webhooks.settled();
    const [{ body, signature = '' } = { body: '' }] = target.received;
    expect(JSON.stringify(JSON.parse(body))).toBe(body);
    const [, time, hash] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(signature) ?? [];
    expect(hash).toBe(createHmac('sha256', sandbox.webhookSecret).update(`${time}.${body}`).digest('hex'));
    const event = await verifyWebhook({ body, signature, secret: sandbox.webhookSecret });
    expect(event).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      apiVersion: '1.0',
      createdAt: new Date(START).toISOString(),
      type: 'room.client.joined',
      data: {
        meetingId,
        roomName: expect.stringMatching(/^\//) as string,
        roomSessionId: null,
        subdomain: 'sandbox',
        displayName: 'Zoë “Ü” 💡 </script>',
        participantId: expect.any(String) as string,
        metadata: '{"a": 1}',
        externalId: 'x-1',
        roleName: 'visitor',
        numClients: 1,
        numClientsByRoleName: { visitor: 1 },
        isDialIn: false,
      },
    });
  });

  test.each(types)('of type %s can be triggered, and has the shape that the registry describes', async (type) => {
    const { sandbox, target } = await createSendingSandbox();
    sandbox.webhooks.addEndpoint(target.url, { types: ['assistant.requested'] });
    const made = sandbox.trigger(type, { roomName: 'demo', data: { extra: 1 } });
    await sandbox.webhooks.settled();
    const [{ body, signature } = { body: '', signature: '' }] = target.received;
    expect(target.received).toHaveLength(1);
    const event = await verifyWebhook({ body, signature: signature ?? '', secret: sandbox.webhookSecret });
    expect(event).toEqual(made);
    expect(made.data).toMatchObject({ roomName: '/demo', extra: 1 });
    expect(isWebhookEvent(made, type)).toBe(true);
  });

  test('of every type is sent for what happens in a room', async () => {
    const { sandbox, target } = await createSendingSandbox();
    sandbox.webhooks.addEndpoint(target.url, { types: ['assistant.requested'] });
    const { world, clock } = sandbox;
    const { meetingId } = world.createMeeting({ endDate: START + 60 * MINUTE });
    const host = world.join(meetingId, { role: 'host' });
    world.cancelKnock(meetingId, world.knock(meetingId) ?? '');
    const guest = world.admit(meetingId, world.knock(meetingId) ?? '');
    world.setRecording(meetingId, true);
    world.setTranscription(meetingId, true);
    clock.advance(MINUTE);
    world.setTranscription(meetingId, false);
    clock.advance(MINUTE);
    world.setTranscription(meetingId, true);
    clock.advance(MINUTE);
    const running = Object.values(world.state.transcriptions).find(({ state }) => state === 'in_progress');
    expect(world.failTranscription(running?.transcriptionId ?? '', 'Out of words')).toBe(true);
    world.requestAssistant(meetingId);
    world.leave(host?.participantId ?? '');
    world.leave(guest?.participantId ?? '');
    clock.advance(2 * MINUTE);
    await sandbox.webhooks.settled();
    expect(new Set(target.types())).toEqual(new Set(types));
    for (const { body } of target.received) {
      const { type, data } = JSON.parse(body) as { type: WebhookEventType; data: Record<string, unknown> };
      expect(findEventProblem({ type, data })).toBeUndefined();
      expect(listFields(type)).toEqual(expect.arrayContaining(Object.keys(data)));
    }
    const failed = target.received.find(({ body }) => body.includes('transcription.failed'));
    expect(failed?.body).toContain('"error":"Out of words"');
  });

  test('lacks the newer fields with webhookFields: oldest', async () => {
    const { sandbox, target } = await createSendingSandbox(undefined, { rules: { webhookFields: 'oldest' } });
    sandbox.world.join(sandbox.world.createMeeting({ endDate: START + MINUTE }).meetingId);
    await sandbox.webhooks.settled();
    const { data } = JSON.parse(target.received[0]?.body ?? '') as { data: object };
    for (const field of ['subdomain', 'roomSessionId', 'isDialIn']) expect(data).not.toHaveProperty(field);
  });

  test('is not sent later than an hour after the meeting’s end', async () => {
    const { sandbox, target } = await createSendingSandbox();
    const { meetingId } = sandbox.world.createMeeting({ endDate: START });
    sandbox.clock.advance(60 * MINUTE);
    sandbox.world.join(meetingId);
    await sandbox.webhooks.settled();
    expect(target.received).toEqual([]);
  });
});

describe('a receiver that fails', () => {
  const attempts = async (
    answer: Parameters<typeof startReceiver>[0],
    options: SandboxOptions = {},
  ): Promise<readonly (number | null)[]> => {
    const { sandbox, deliveries } = await createSendingSandbox(answer, options);
    sandbox.trigger('room.session.started');
    await sandbox.webhooks.settled();
    return deliveries()[0]?.attempts.map(({ status }) => status) ?? [];
  };

  test('with 5xx gets three attempts', async () => {
    const { sandbox, target, deliveries } = await createSendingSandbox(() => 503);
    sandbox.trigger('room.session.started');
    await sandbox.webhooks.settled();
    expect(target.received).toHaveLength(3);
    expect(new Set(target.received.map(({ body }) => body)).size).toBe(1);
    expect(deliveries()).toMatchObject([{ state: 'failed' }]);
  });

  test('and recovers gets no further attempt', async () => {
    expect(await attempts((count) => (count === 1 ? 500 : 204))).toEqual([500, 204]);
  });

  test('with 3xx or 4xx gets another attempt only with retryAlso', async () => {
    expect(await attempts(() => 400)).toEqual([400]);
    expect(await attempts(() => 302)).toEqual([302]);
    const delivery = { retryAlso: ['3xx', '4xx'] } as const;
    expect(await attempts(() => 401, { delivery: { ...delivery, retryDelaysMs: [1, 1] } })).toEqual([401, 401, 401]);
  });

  test('by not responding gets another attempt after the timeout', async () => {
    // The time of the first attempt runs out as soon as it is received.
    onTestFinished(() => void vi.useRealTimers());
    const { sandbox, target, deliveries } = await createSendingSandbox(
      (count) => {
        if (count > 1) return 200;
        vi.advanceTimersByTime(40_000);
        vi.useRealTimers();
        return null;
      },
      { delivery: { timeoutMs: 40_000, retryDelaysMs: [1] } },
    );
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    sandbox.trigger('room.session.started');
    await sandbox.webhooks.settled();
    expect(target.received).toHaveLength(2);
    expect(deliveries()[0]?.attempts).toMatchObject([
      { status: null, error: 'no answer in 40000 ms' },
      { status: 200 },
    ]);
    expect(deliveries()[0]?.state).toBe('delivered');
  });

  test('by refusing the connection gets another attempt, unless retryAlso excludes it', async () => {
    for (const [retryAlso, expected] of [
      [undefined, 3],
      [[], 1],
    ] as const) {
      const gone = await startSandbox();
      await gone.close();
      const sandbox = await createTestSandbox({
        webhooks: [gone.url],
        delivery: { retryDelaysMs: [1, 1], ...(retryAlso ? { retryAlso } : {}) },
      });
      sandbox.trigger('room.session.started');
      await sandbox.webhooks.settled();
      const made = sandbox.webhooks.list()[0]?.attempts ?? [];
      expect(made).toHaveLength(expected);
      expect(made[0]?.error).toContain('ECONNREFUSED');
    }
  });

  test('does not delay other events', async () => {
    const { sandbox, target } = await createSendingSandbox((_count, body) =>
      body.includes('session.started') ? 500 : 200,
    );
    sandbox.trigger('room.session.started');
    sandbox.trigger('room.session.ended');
    await sandbox.webhooks.settled();
    expect(target.types().filter((type) => type === 'room.session.ended')).toHaveLength(1);
  });

  test('gets a new signature with each attempt, or the same with resignOnRetry: false', async () => {
    for (const resignOnRetry of [true, false]) {
      let hours = 0;
      const { sandbox, target } = await createSendingSandbox(
        (count) => {
          // The sandbox's clock moves between attempts, so that a new signature is another.
          hours += 1;
          sandbox.clock.advance(60 * MINUTE);
          return count === 1 ? 500 : 200;
        },
        { delivery: { resignOnRetry, signatureTime: 'sandbox', retryDelaysMs: [1] } },
      );
      sandbox.trigger('room.session.started');
      await sandbox.webhooks.settled();
      expect(hours).toBe(2);
      expect(new Set(target.received.map(({ signature }) => signature)).size).toBe(resignOnRetry ? 2 : 1);
    }
  });
});

describe('on demand', () => {
  const three = ['room.client.joined', 'room.session.started', 'room.client.left'] as const;

  test('events arrive in order by default', async () => {
    const { sandbox, target } = await createSendingSandbox();
    const many = Array.from({ length: 60 }, (_, index) => three[index % 3] ?? three[0]);
    for (const type of many) sandbox.trigger(type);
    await sandbox.webhooks.settled();
    expect(target.types()).toEqual(many);
  });

  test('the next event is lost, and no other', async () => {
    const { sandbox, target, deliveries } = await createSendingSandbox();
    sandbox.webhooks.next({ lose: true, type: 'room.session.started' });
    for (const type of [...three, 'room.session.started'] as const) sandbox.trigger(type);
    await sandbox.webhooks.settled();
    expect(target.types()).toEqual(['room.client.joined', 'room.client.left', 'room.session.started']);
    expect(deliveries().filter(({ state }) => state === 'lost')).toHaveLength(1);
  });

  test('the next event arrives twice with one id', async () => {
    const { sandbox, target } = await createSendingSandbox();
    sandbox.webhooks.next({ duplicate: 1 });
    sandbox.trigger('room.client.joined');
    sandbox.trigger('room.client.left');
    await sandbox.webhooks.settled();
    expect(target.types()).toEqual(['room.client.joined', 'room.client.joined', 'room.client.left']);
    expect(target.received[0]?.body).toBe(target.received[1]?.body);
  });

  test('the next event is delayed, and others overtake it', async () => {
    const { sandbox, target } = await createSendingSandbox();
    sandbox.webhooks.next({ delayMs: 100 });
    sandbox.trigger('room.client.joined');
    sandbox.trigger('room.client.left');
    await sandbox.webhooks.settled();
    expect(target.types()).toEqual(['room.client.left', 'room.client.joined']);
  });

  test('events are held, and released in the same, in reverse or in a given order', async () => {
    const { sandbox, target, deliveries } = await createSendingSandbox();
    const round = async (order: (ids: readonly string[]) => Parameters<typeof sandbox.webhooks.release>[0]) => {
      const before = target.received.length;
      sandbox.webhooks.hold();
      for (const type of three) sandbox.trigger(type);
      const held = deliveries().filter(({ state }) => state === 'held');
      sandbox.webhooks.release(order(held.map(({ id }) => id)));
      await sandbox.webhooks.settled();
      return target.types().slice(before);
    };
    expect(await round(() => 'same')).toEqual(three);
    expect(await round(() => 'reverse')).toEqual(three.toReversed());
    expect(await round(([a = '', b = '', c = '']) => [b, c, a])).toEqual([three[1], three[2], three[0]]);
  });

  test('a delivery is sent again with the same id and body', async () => {
    const { sandbox, target, deliveries } = await createSendingSandbox();
    sandbox.trigger('room.client.joined');
    await sandbox.webhooks.settled();
    expect(sandbox.webhooks.resend(deliveries()[0]?.id ?? '')).toBe(true);
    expect(sandbox.webhooks.resend('nothing')).toBe(false);
    await sandbox.webhooks.settled();
    expect(target.received[1]?.body).toBe(target.received[0]?.body);
  });

  test('events are unsigned or signed with a wrong secret', async () => {
    const { sandbox, target } = await createSendingSandbox();
    sandbox.webhooks.set({ wrongSecret: 'not it' });
    sandbox.trigger('room.client.joined');
    await sandbox.webhooks.settled();
    const [{ body, signature = '' } = { body: '' }] = target.received;
    await expect(verifyWebhook({ body, signature, secret: sandbox.webhookSecret })).rejects.toThrow();
    sandbox.webhooks.set({ sign: false });
    sandbox.trigger('room.client.joined');
    await sandbox.webhooks.settled();
    expect(target.received[1]?.signature).toBeUndefined();
  });

  test('an endpoint has its own secret and types, and can be removed', async () => {
    const { sandbox } = await createSendingSandbox();
    const other = await startReceiver();
    const { id } = sandbox.webhooks.addEndpoint(other.url, { secret: 'its own', types: ['room.client.left'] });
    for (const type of three) sandbox.trigger(type);
    await sandbox.webhooks.settled();
    expect(other.types()).toEqual(['room.client.left']);
    const [{ body, signature = '' } = { body: '' }] = other.received;
    await expect(verifyWebhook({ body, signature, secret: 'its own' })).resolves.toBeDefined();
    sandbox.webhooks.removeEndpoint(id);
    sandbox.trigger('room.client.left');
    await sandbox.webhooks.settled();
    expect(other.received).toHaveLength(1);
  });

  test('closing ends retries', async () => {
    const { sandbox, target } = await createSendingSandbox(() => 500, { delivery: { retryDelaysMs: [600_000] } });
    sandbox.trigger('room.client.joined');
    await target.until(1);
    await sandbox.close();
    expect(target.received).toHaveLength(1);
  });

  test('resetting ends retries and settles', async () => {
    const { sandbox, target } = await createSendingSandbox(() => 500, { delivery: { retryDelaysMs: [600_000] } });
    sandbox.trigger('room.client.joined');
    await target.until(1);
    sandbox.reset();
    await sandbox.webhooks.settled();
    expect([target.received.length, sandbox.webhooks.list().length]).toEqual([1, 0]);
  });
});
