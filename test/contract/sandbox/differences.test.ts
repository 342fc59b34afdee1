import { readFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { X509Certificate } from 'node:crypto';
import { startSandbox } from 'react-whereby-embed/sandbox';
import type { Sandbox, SandboxOptions } from 'react-whereby-embed/sandbox';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createCertificate } from '../../../src/sandbox/cli/certificate/createCertificate.js';

const HOUR = 3_600_000;

async function start(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await startSandbox(options);
  onTestFinished(() => sandbox.close());
  sandbox.clock.freeze(Date.parse('2026-01-01T10:00:00Z'));
  return sandbox;
}

const inAnHour = ({ clock }: Sandbox) => new Date(clock.now() + HOUR).toISOString();

async function call({ apiUrl, apiKey }: Sandbox, path: string, body?: object) {
  const response = await fetch(apiUrl + path, {
    ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    headers: { authorization: `Bearer ${apiKey}` },
  });
  const text = await response.text();
  return { status: response.status, body: (text ? JSON.parse(text) : undefined) as Record<string, never> };
}

/** A sandbox with a meeting in which someone is recorded and transcribed. */
async function startMeeting() {
  const sandbox = await start();
  const { meetingId } = sandbox.world.createMeeting({ endDate: sandbox.clock.now() + HOUR });
  const people = ['Ada', 'Bob'].map((displayName) => sandbox.world.join(meetingId, { displayName }));
  sandbox.world.setRecording(meetingId, true);
  sandbox.world.setTranscription(meetingId, true);
  sandbox.clock.advance(60_000);
  sandbox.world.setRecording(meetingId, false);
  sandbox.world.setTranscription(meetingId, false);
  sandbox.clock.advance(3_000);
  return { sandbox, meetingId, participantId: people[0]?.participantId ?? '' };
}

/** What shows that each difference is there. */
const differences: Readonly<Record<string, () => Promise<void>>> = {
  'No media goes between people; samples of insights are computed': async () => {
    const { sandbox, participantId } = await startMeeting();
    const [roomSessionId] = Object.keys(sandbox.world.state.sessions);
    const { body } = await call(
      sandbox,
      `/insights/participant?roomSessionId=${roomSessionId}&participantId=${participantId}`,
    );
    const [{ samples }] = body as unknown as [{ samples: { bitrateSend: number[]; packetLossSend: number[] } }];
    expect(new Set(samples.bitrateSend)).toEqual(new Set([1_240_000]));
    expect(new Set(samples.packetLossSend)).toEqual(new Set([0]));
  },
  'Rooms are at `http://127.0.0.1`': async () => {
    const sandbox = await start();
    const { body } = await call(sandbox, '/meetings', { endDate: inAnHour(sandbox) });
    expect(body['roomUrl']).toMatch(/^http:\/\/127\.0\.0\.1:\d+\//);
  },
  'The certificate of `--tls` is signed by itself': async () => {
    const { cert } = createCertificate(['localhost']);
    const { issuer, subject } = new X509Certificate(cert);
    expect(issuer).toBe(subject);
    await Promise.resolve();
  },
  'The keys are always the same, and there are two': async () => {
    const sandbox = await start();
    expect([sandbox.apiKey, sandbox.restrictedApiKey]).toEqual(['sandbox_api_key', 'sandbox_restricted_api_key']);
  },
  'There is one organisation, and nobody signs in': async () => {
    const sandbox = await start({ seed: { meetings: [{ roomName: 'demo' }] } });
    expect(sandbox.trigger('room.session.started').data['subdomain']).toBe('sandbox');
    for (const role of ['owner', 'member'] as const) {
      const [, claims = ''] = new URL(sandbox.roomUrl('demo', role)).searchParams.get('roomKey')?.split('.') ?? [];
      expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({ role });
    }
  },
  'No request is too many': async () => {
    const sandbox = await start();
    const statuses = new Set<number>();
    // A server queues at most 511 connections: https://nodejs.org/api/net.html#serverlisten
    for (let round = 0; round < 11; round++) {
      const answers = await Promise.all(Array.from({ length: 100 }, () => call(sandbox, '/meetings')));
      for (const { status } of answers) statuses.add(status);
    }
    expect(statuses).toEqual(new Set([200]));
  },
  'A body that cannot be used is a 400 with an error': async () => {
    const answer = await call(await start(), '/meetings', { endDate: 'soon' });
    expect(answer).toEqual({ status: 400, body: { error: 'endDate must be an ISO 8601 date and time' } });
  },
  'An `endDate` can be a minute ago': async () => {
    const sandbox = await start();
    const at = (before: number) => ({ endDate: new Date(sandbox.clock.now() - before).toISOString() });
    expect((await call(sandbox, '/meetings', at(60_000))).status).toBe(201);
    expect((await call(sandbox, '/meetings', at(60_001))).status).toBe(400);
  },
  'Insights are there at once': async () => {
    const { sandbox } = await startMeeting();
    const { body } = await call(sandbox, '/insights/rooms');
    expect(body['results']).toMatchObject([{ totalSessions: 1 }]);
  },
  'Recordings and transcriptions are ready within seconds': async () => {
    const { sandbox } = await startMeeting();
    expect((await call(sandbox, '/recordings')).body['results']).toHaveLength(1);
    expect((await call(sandbox, '/transcriptions')).body['results']).toMatchObject([{ state: 'ready' }]);
  },
  'Files are a line of text': async () => {
    const { sandbox } = await startMeeting();
    const [recordingId] = Object.keys(sandbox.world.state.recordings);
    const { body } = await call(sandbox, `/recordings/${recordingId}/access-link`);
    expect(await (await fetch(body['accessLink'] ?? '')).text()).toMatch(/^This is a sandbox stand-in/);
  },
  'Streams go nowhere': async () => {
    let connections = 0;
    const target = createServer(() => (connections += 1));
    await new Promise<void>((resolve) => target.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void target.close());
    const sandbox = await start();
    const url = `rtmp://127.0.0.1:${(target.address() as AddressInfo).port}/live`;
    const streaming = { destination: { url }, startTrigger: 'automatic' };
    const { meetingId } = sandbox.world.createMeeting({ endDate: sandbox.clock.now() + HOUR, streaming });
    sandbox.world.join(meetingId);
    sandbox.clock.advance(60_000);
    expect(sandbox.world.state.meetings[meetingId]?.streamingState).toBe('streaming');
    expect(connections).toBe(0);
  },
  'Telephones cannot dial in': async () => {
    const sandbox = await start();
    const { body } = await call(sandbox, '/meetings', {
      endDate: inAnHour(sandbox),
      isDialInEnabled: true,
      fields: ['dialIn'],
    });
    expect(body['dialIn']).toMatchObject({ phoneNumbers: [{ phoneNumber: '+4700000000' }] });
  },
  'Webhooks go where an option says, with one secret': async () => {
    const sandbox = await start({ webhooks: ['http://127.0.0.1:9/a', { url: 'http://127.0.0.1:9/b', secret: 'own' }] });
    expect(sandbox.webhooks.endpoints.map(({ secret }) => secret)).toEqual([sandbox.webhookSecret, 'own']);
  },
  'Deliveries call themselves `react-whereby-embed-sandbox`': async () => {
    const names: (string | undefined)[] = [];
    const server = createHttpServer((request, response) => {
      names.push(request.headers['user-agent']);
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => server.closeAllConnections());
    onTestFinished(() => void server.close());
    const sandbox = await start({ webhooks: [`http://127.0.0.1:${(server.address() as AddressInfo).port}/`] });
    sandbox.trigger('room.session.started');
    await sandbox.webhooks.settled();
    expect(names).toEqual(['react-whereby-embed-sandbox']);
  },
  'Pages of every origin may send commands': async () => {
    expect((await start()).allowedDomains).toBeNull();
  },
  'The clock can be frozen and moved': async () => {
    const sandbox = await start();
    const before = sandbox.clock.now();
    sandbox.clock.advance(HOUR);
    expect(sandbox.clock.now()).toBe(before + HOUR);
    expect(sandbox.trigger('room.session.started').createdAt).toBe('2026-01-01T11:00:00.000Z');
  },
  'There is a control API and page': async () => {
    const sandbox = await start();
    for (const path of ['/', '/_sandbox']) expect((await fetch(sandbox.url + path)).status).toBe(200);
  },
};

const guide = readFileSync(new URL('../../../docs/sandbox.md', import.meta.url), 'utf8');
const [, section = ''] = /\n## How it differs from the service\n([^]*?)\n## /.exec(guide) ?? [];
const rows = [...section.matchAll(/^\| (.+?) +\| (.+?) +\|$/gm)].map(([, difference, reason]) => [difference, reason]);

describe('the guide lists a difference from the service that is there:', () => {
  test.each(Object.entries(differences))('%s', (_difference, show) => show());
});

test('the guide lists these differences and no others, each with its reason', () => {
  const [, , ...listed] = rows;
  expect(listed.map(([difference]) => difference)).toEqual(Object.keys(differences));
  for (const [difference, reason] of listed)
    expect([difference, reason?.length]).toEqual([difference, expect.toSatisfy((length: number) => length > 10)]);
});
