import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRoomsHandler, createWhereby } from 'react-whereby-embed/server';
import { startSandbox } from 'react-whereby-embed/sandbox';
import { describe, expect, onTestFinished, test } from 'vitest';

/** What happens on the way back from the service, after it has done what was asked. */
const faults = {
  'drops the connection': 'drop',
  'answers 502': 502,
  'answers 504': 504,
  'answers with half of the body': 'half',
  'does not answer': 'silence',
} as const;

type Fault = (typeof faults)[keyof typeof faults];

/** The service behind a proxy, which loses the answers to the next creations. */
async function startLossyService() {
  const sandbox = await startSandbox();
  const lost: Fault[] = [];
  const proxy = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const answer = await fetch(new URL(request.url ?? '', sandbox.url), {
        method: request.method ?? 'GET',
        headers: { authorization: request.headers.authorization ?? '', 'content-type': 'application/json' },
        ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
      });
      const body = await answer.text();
      const fault = request.method === 'POST' ? lost.shift() : undefined;
      if (fault === 'silence') return;
      if (fault === 'drop') return request.socket.destroy();
      if (typeof fault === 'number') return response.writeHead(fault).end('<html>');
      response.writeHead(answer.status, { 'content-type': 'application/json', connection: 'close' });
      response.end(fault === 'half' ? body.slice(0, body.length / 2) : body);
    })();
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    proxy.closeAllConnections();
    proxy.close();
    await sandbox.close();
  });
  const { port } = proxy.address() as AddressInfo;
  const handler = createRoomsHandler({
    whereby: createWhereby({ apiKey: sandbox.apiKey, baseUrl: `http://127.0.0.1:${port}/v1`, timeout: 2000 }),
    authorize: () => ({ role: 'host', may: ['create', 'enter'] }),
    meeting: { roomNamePrefix: 'lesson-' },
    onError: () => undefined,
  });
  const create = async (body: object, headers: Record<string, string> = {}) => {
    const response = await handler(
      new Request('http://app.test/meetings', {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', ...headers },
      }),
    );
    return (await response.json()) as { readonly meetingId?: string; readonly error?: { readonly code: string } };
  };
  const direct = createWhereby({ apiKey: sandbox.apiKey, baseUrl: sandbox.apiUrl });
  return { lost, create, listMeetings: () => direct.meetings.list().toArray() };
}

describe.each(Object.entries(faults))('a service that creates a meeting and %s', (_, fault) => {
  test.each<[string, object]>([
    ['with a key', { key: 'lesson-42' }],
    ['without a key', {}],
  ])('leads to one meeting %s', async (_how, body) => {
    const { lost, create, listMeetings } = await startLossyService();
    lost.push(fault, fault);
    const { meetingId } = await create(body);
    expect((await listMeetings()).map((meeting) => meeting.meetingId)).toEqual([meetingId]);
  });

  test('leads to one meeting for many that come at once with a key', async () => {
    const { lost, create, listMeetings } = await startLossyService();
    lost.push(fault, fault, fault);
    const answers = await Promise.all(Array.from({ length: 8 }, () => create({ key: 'lesson-42' })));
    const [meeting, ...others] = await listMeetings();
    expect(others).toEqual([]);
    expect(new Set(answers.map(({ meetingId }) => meetingId))).toEqual(new Set([meeting!.meetingId]));
  });
});
