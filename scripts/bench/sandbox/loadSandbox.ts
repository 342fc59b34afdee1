import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { WebSocket } from 'ws';
import type { FromRooms, SelfState, ToRooms } from '../../../src/sandbox/wire.js';
import { listenOnLoopback } from '../../servers/listenOnLoopback.js';
import type { LoadedSandbox, LoadedSandboxTask } from './loadedSandbox.js';

export const ROOMS = 500;
export const PEOPLE_PER_ROOM = 4;
export const REQUESTS_PER_SECOND = 200;
const SECONDS = 10;
/** People who come, and people who come back, a second: each causes at least one webhook. */
const MOVES_PER_SECOND = 50;

export interface Load {
  readonly people: number;
  /** Milliseconds from when a request was due to its answer. */
  readonly answers: readonly number[];
  readonly failures: number;
  /** Milliseconds from what an event is about to its arrival. */
  readonly delays: readonly number[];
  /** Bytes in use before and after an hour of the sandbox's clock. */
  readonly memory: readonly [before: number, after: number];
}

/** Runs a task for each index, at a rate, whether or not the last one is over. */
async function pace(count: number, perSecond: number, task: (index: number, due: number) => Promise<unknown>) {
  const start = performance.now();
  const running: Promise<unknown>[] = [];
  for (let index = 0; index < count; index += 1) {
    const due = start + (index * 1_000) / perSecond;
    const early = due - performance.now();
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
    running.push(task(index, due));
  }
  await Promise.all(running);
}

const self: SelfState = {
  displayName: '',
  avatarUrl: null,
  microphone: true,
  camera: true,
  screenshare: false,
  cameraEffect: null,
  handRaised: false,
  group: null,
};

/** A person's room page, as far as the server sees it. */
async function openPerson(origin: string, roomName: string, name: string) {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/rooms/socket`, { origin });
  await once(socket, 'open');
  const send = (message: ToRooms) => socket.send(JSON.stringify(message));
  send({ type: 'hello', roomName, roomKey: null, deviceId: name, pageOrigin: null });
  return {
    enter: () =>
      new Promise<void>((resolve) => {
        const listen = (data: Buffer) => {
          if ((JSON.parse(String(data)) as FromRooms).type !== 'entered') return;
          socket.off('message', listen);
          resolve();
        };
        socket.on('message', listen);
        send({ type: 'enter', self: { ...self, displayName: name }, externalId: name, metadata: null });
      }),
    leave: () => send({ type: 'leave' }),
    close: () => socket.terminate(),
  };
}

/** Fills a sandbox with people, sends requests while some of them move, and lets an hour pass. */
export async function loadSandbox(): Promise<Load> {
  let delays: number[] = [];
  const receiver = createServer((request, response) => {
    const arrived = Date.now();
    let body = '';
    request.on('data', (chunk: Buffer) => (body += String(chunk)));
    request.on('end', () => {
      delays.push(arrived - Date.parse((JSON.parse(body) as { createdAt: string }).createdAt));
      response.end();
    });
  });
  const { port, close } = await listenOnLoopback(receiver);
  const child = fork(fileURLToPath(new URL('loadedSandbox.ts', import.meta.url)), [`http://127.0.0.1:${port}/`], {
    execArgv: ['--import', 'tsx', '--expose-gc'],
  });
  const hasEnded = once(child, 'exit').then(([code]) => Promise.reject(new Error(`The sandbox ended with ${code}.`)));
  const readMessage = async (): Promise<unknown> => {
    const [message] = (await Promise.race([once(child, 'message'), hasEnded])) as [unknown];
    return message;
  };
  const { apiUrl, apiKey } = (await readMessage()) as LoadedSandbox;
  const ask = async (task: LoadedSandboxTask) => {
    child.send(task);
    return Number(await readMessage());
  };

  const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ endDate: new Date(Date.now() + 86_400_000).toISOString() });
  const call = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(apiUrl + path, { headers, ...init });
    const text = await response.text();
    return { ok: response.ok, json: (text ? JSON.parse(text) : null) as { meetingId: string; roomName: string } };
  };
  const create = async () => (await call('/meetings', { method: 'POST', body })).json;

  const rooms: Awaited<ReturnType<typeof create>>[] = [];
  for (let index = 0; index < ROOMS; index += 1) rooms.push(await create());
  const { origin } = new URL(apiUrl);
  const people: Awaited<ReturnType<typeof openPerson>>[] = [];
  await pace(ROOMS * PEOPLE_PER_ROOM, REQUESTS_PER_SECOND, async (index) => {
    const person = await openPerson(origin, rooms[index % ROOMS]!.roomName, `person-${index}`);
    await person.enter();
    people.push(person);
  });

  delays = [];
  const answers: number[] = [];
  let failures = 0;
  /** By turns: one meeting, a page of them, a new one, and one that is deleted. */
  const requests = [
    (index: number) => call(`/meetings/${rooms[index % ROOMS]!.meetingId}`),
    () => call('/meetings?limit=20'),
    () => call('/meetings', { method: 'POST', body }),
    async () => call(`/meetings/${(await create()).meetingId}`, { method: 'DELETE' }),
  ];
  await Promise.all([
    pace(SECONDS * REQUESTS_PER_SECOND, REQUESTS_PER_SECOND, async (index, due) => {
      const isAnswered = await requests[index % requests.length]!(index).then(
        ({ ok }) => ok,
        () => false,
      );
      if (isAnswered) answers.push(performance.now() - due);
      else failures += 1;
    }),
    pace(SECONDS * MOVES_PER_SECOND, MOVES_PER_SECOND, async (index) => {
      const person = people[index % people.length]!;
      person.leave();
      await person.enter();
    }),
  ]);

  const before = await ask('measureMemory');
  await ask('passAnHour');
  const after = await ask('measureMemory');

  for (const person of people) person.close();
  child.disconnect();
  await hasEnded.catch(() => undefined);
  await close();
  return { people: people.length, answers, failures, delays, memory: [before, after] };
}
