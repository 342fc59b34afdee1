import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import type { Sandbox } from '../../../../src/sandbox/index.js';
import type { FromRooms, ToRooms } from '../../../../src/sandbox/wire.js';

type MessageOf<Type extends FromRooms['type']> = Extract<FromRooms, { type: Type }>;

/** A room page over a real socket, which has said hello. */
export async function openRoomPage(sandbox: Sandbox, hello: Partial<Extract<ToRooms, { type: 'hello' }>> = {}) {
  const socket = new WebSocket(`${sandbox.url.replace('http', 'ws')}/rooms/socket`, { origin: sandbox.url });
  onTestFinished(() => socket.terminate());
  const received: FromRooms[] = [];
  const waiters = new Set<() => void>();
  socket.on('message', (data) => {
    received.push(JSON.parse(String(data)) as FromRooms);
    for (const check of waiters) check();
  });
  socket.on('error', () => undefined);
  await new Promise<void>((resolve) => socket.once('open', () => resolve()));
  const send = (message: ToRooms) => socket.send(JSON.stringify(message));
  /** Resolves with the first message of a type that matches. */
  const waitFor = <Type extends FromRooms['type']>(
    type: Type,
    matches: (message: MessageOf<Type>) => boolean = () => true,
  ) =>
    new Promise<MessageOf<Type>>((resolve) => {
      const check = () => {
        const found = received.find(
          (message): message is MessageOf<Type> => message.type === type && matches(message as MessageOf<Type>),
        );
        if (!found) return;
        waiters.delete(check);
        resolve(found);
      };
      waiters.add(check);
      check();
    });
  send({ type: 'hello', roomName: '/demo', roomKey: null, deviceId: 'd', pageOrigin: null, ...hello });
  return { socket, send, waitFor };
}
