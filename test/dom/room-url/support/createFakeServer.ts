import { vi } from 'vitest';
import { buildMeeting, buildResponse } from './responses.js';

type Reply = Response | Error | Promise<Response>;

/** Stands in for the app's server: `replies` come first, then every request gets the meeting it asks for. */
export function createFakeServer() {
  const replies: (Reply | (() => Reply))[] = [];
  let created = 0;
  const signals: AbortSignal[] = [];
  const times: number[] = [];
  const fetch = vi.fn(async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    signals.push(init.signal!);
    times.push(Date.now());
    // A test renders first, and pushes the reply after that.
    await Promise.resolve();
    const next = replies.shift();
    const reply = typeof next === 'function' ? next() : next;
    if (reply instanceof Error) throw reply;
    if (reply) return reply;
    const path = typeof input === 'string' ? input : input.toString();
    const id = init.method === 'POST' ? `new-${++created}` : decodeURIComponent(path.split('/').at(-1)!);
    return buildResponse(buildMeeting(id));
  });
  /** Holds the next response back until the function it returns is called with it. */
  const holdReply = () => {
    let respond: (response: Response) => void = () => undefined;
    replies.push(new Promise<Response>((resolve) => (respond = resolve)));
    return (response: Response) => respond(response);
  };
  return { fetch, replies, signals, times, holdReply, paths: () => fetch.mock.calls.map(([path]) => path) };
}
