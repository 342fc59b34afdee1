import type { MeetingAnswer } from 'react-whereby-embed';
import { vi } from 'vitest';

type Reply = Response | Error | Promise<Response>;

export const meeting = (id: string, more: Partial<MeetingAnswer> = {}): MeetingAnswer => ({
  url: `https://acme.whereby.com/room-${id}?roomKey=key-${id}`,
  meetingId: id,
  role: 'host',
  startDate: '2030-01-01T00:00:00.000Z',
  endDate: '2030-01-01T01:00:00.000Z',
  ...more,
});

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  Response.json(body, { status, headers });

export const failed = (code: string, status: number, headers: Record<string, string> = {}) =>
  json({ error: { code, message: `It is ${code}.` } }, status, headers);

/** Stands for the app's server: answers what it is told, and else the meeting that is asked for. */
export function fakeServer() {
  const replies: (Reply | (() => Reply))[] = [];
  let count = 0;
  const signals: AbortSignal[] = [];
  const times: number[] = [];
  const fetch = vi.fn(async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    signals.push(init.signal!);
    times.push(Date.now());
    // A test renders first and says then what is answered.
    await Promise.resolve();
    const next = replies.shift();
    const reply = typeof next === 'function' ? next() : next;
    if (reply instanceof Error) throw reply;
    if (reply) return reply;
    const path = typeof input === 'string' ? input : input.toString();
    return json(meeting(init.method === 'POST' ? `new-${++count}` : decodeURIComponent(path.split('/').at(-1)!)));
  });
  /** Answers when it is let. */
  const held = () => {
    let answer: (response: Response) => void = () => undefined;
    replies.push(new Promise<Response>((resolve) => (answer = resolve)));
    return (response: Response) => answer(response);
  };
  return { fetch, replies, signals, times, held, paths: () => fetch.mock.calls.map(([path]) => path) };
}
