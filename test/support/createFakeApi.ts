import { createWhereby } from 'react-whereby-embed/server';
import type { Whereby } from 'react-whereby-embed/server';

/** Texts that may be in no answer: the key of the account, the roles' keys, and what only the API says. */
export const apiKey = 'SECRET-api-key';
const hostKey = (id: string) => `SECRET-host-${id}`;
const viewerKey = (id: string) => `SECRET-viewer-${id}`;

export interface FakeApi {
  readonly whereby: Whereby;
  readonly meetings: Map<string, Record<string, unknown>>;
  /** Method, path and body of every call. */
  readonly calls: { method: string; path: string; body: Record<string, unknown> }[];
  /** Answered instead, once for each. */
  readonly instead: (Response | Error)[];
  /** Answered after the call was carried out, in place of its own answer, once for each. */
  readonly lost: (Response | Error | undefined)[];
  /** Calls wait for it. */
  gate: Promise<unknown>;
}

/** The part of the API that the room handler needs, behind the real client. */
export function createFakeApi({ now = Date.now, maxRetries = 0 } = {}): FakeApi {
  let count = 0;
  const json = (body: unknown, status = 200) => Response.json(body, { status });
  const answer = (
    method: string,
    path: string,
    fields: string[],
    body: Record<string, unknown>,
    startsWith: string,
  ): Response => {
    const id = decodeURIComponent(path.split('/')[3] ?? '');
    const found = api.meetings.get(id);
    if (method === 'DELETE') {
      api.meetings.delete(id);
      return new Response(null, { status: 204 });
    }
    if (method === 'GET' && path === '/v1/meetings') {
      const results = [...api.meetings.values()].filter(({ roomName }) => String(roomName).startsWith(startsWith));
      return json({ results, cursor: null });
    }
    if (method === 'GET' && !found) return json({ error: 'SECRET-reason' }, 404);
    const meeting = found ?? {
      meetingId: `${++count}`,
      roomName: `/${String(body['roomNamePrefix'] ?? '')}room-${count}`,
      roomUrl: `https://acme.whereby.com/${String(body['roomNamePrefix'] ?? '')}room-${count}`,
      startDate: new Date(now()).toISOString(),
      endDate: new Date(body['endDate'] as string).toISOString(),
      recordingBucket: 'SECRET-bucket',
    };
    api.meetings.set(meeting['meetingId'] as string, meeting);
    const asked = (name: string, key: string) =>
      fields.includes(name) && { [name]: `${String(meeting['roomUrl'])}?roomKey=${key}` };
    const meetingId = meeting['meetingId'] as string;
    return json(
      {
        ...meeting,
        ...asked('hostRoomUrl', hostKey(meetingId)),
        ...asked('viewerRoomUrl', viewerKey(meetingId)),
      },
      method === 'POST' ? 201 : 200,
    );
  };
  const api: FakeApi = {
    meetings: new Map(),
    calls: [],
    instead: [],
    lost: [],
    gate: Promise.resolve(),
    whereby: createWhereby({
      apiKey,
      baseUrl: 'https://api.test/v1',
      maxRetries,
      fetch: async (input, init) => {
        const request = new Request(input, init);
        const { pathname: path, searchParams } = new URL(request.url);
        const text = await request.text();
        const body = (text ? JSON.parse(text) : {}) as Record<string, unknown>;
        api.calls.push({ method: request.method, path, body });
        await api.gate;
        const other = api.instead.shift();
        if (other instanceof Error) throw other;
        if (other) return other;
        const fields = (body['fields'] as string[] | undefined) ?? (searchParams.get('fields') ?? '').split(',');
        const response = answer(request.method, path, fields, body, searchParams.get('roomName[startsWith]') ?? '');
        const lost = api.lost.shift();
        if (lost instanceof Error) throw lost;
        return lost ?? response;
      },
    }),
  };
  return api;
}
