import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  createWebhookHandler,
  createWhereby,
  identifyAttendees,
  memoryStore,
  signMetadata,
  summarizeAttendance,
  toNodeListener,
} from 'react-whereby-embed/server';
import { expect, onTestFinished, test } from 'vitest';
import { startSandbox } from '../../../src/sandbox/index.js';

const minute = 60_000;
const start = Date.parse('2026-01-01T10:00:00.000Z');
const key = 'metadata-key-of-this-test';

test('the sandbox delivers signed events that become attendance, in which copied metadata identifies nobody', async () => {
  const store = memoryStore();
  const sandbox = await startSandbox();
  onTestFinished(() => sandbox.close());
  const server = createServer(toNodeListener(createWebhookHandler({ secret: sandbox.webhookSecret, store })));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close(() => undefined));
  sandbox.webhooks.addEndpoint(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  sandbox.clock.freeze(start);

  const whereby = createWhereby({ apiKey: sandbox.apiKey, baseUrl: sandbox.apiUrl });
  const endDate = new Date(start + 60 * minute).toISOString();
  const { meetingId } = await whereby.meetings.create({ endDate });
  const metadata = await signMetadata({ key, externalId: 'teacher', meetingId, expiresAt: endDate, now: () => start });

  const { world, clock } = sandbox;
  const teacher = world.join(meetingId, { displayName: 'Teacher', externalId: 'teacher', metadata, role: 'host' })!;
  clock.advance(5 * minute);
  const copy = world.join(meetingId, { displayName: 'Copy', externalId: 'pupil', metadata })!;
  // This one copies the externalId too, so the URLs are the same, but both are in the room.
  const twin = world.join(meetingId, { displayName: 'Twin', externalId: 'teacher', metadata })!;
  clock.advance(10 * minute);
  world.leave(copy.participantId);
  world.leave(twin.participantId);
  clock.advance(2 * minute);
  world.leave(teacher.participantId);
  await sandbox.webhooks.settled();

  const events = await store.eventsOf(meetingId);
  const identities = await identifyAttendees(events, { key });
  expect(identities).toEqual(new Map([[teacher.participantId, 'teacher']]));
  const summary = summarizeAttendance(events, { identities, endDate });
  expect(summary.people.map(({ id, identifiedBy, seconds }) => [id, identifiedBy, seconds])).toEqual([
    ['teacher', 'metadata', 17 * 60],
    ['pupil', 'externalId', 10 * 60],
    ['teacher', 'externalId', 10 * 60],
  ]);
  expect(summary.sessionSeconds).toBe(11 * 60);
  expect(summary.togetherSeconds).toBe(10 * 60);
  expect(summary.discrepancies).toMatchObject([{ code: 'identity-claimed', participantId: twin.participantId }]);
});
