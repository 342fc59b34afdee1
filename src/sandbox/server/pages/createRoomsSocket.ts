import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { RawData, WebSocket } from 'ws';
import { normalizeRoomName } from '../../core/index.js';
import type { World } from '../../core/index.js';
import type { ToRooms } from '../../wire.js';
import { isRoomMessage } from '../isRoomMessage.js';
import { PAGE_PATH } from './createRoomPage.js';

/** More bytes than any message of a room page has. */
const MAX_MESSAGE = 256 * 1024;

function parseMessage(data: RawData): ToRooms | undefined {
  try {
    const message: unknown = JSON.parse(String(data));
    return isRoomMessage(message) ? message : undefined;
  } catch {
    return undefined;
  }
}

/** The rooms' socket at `/rooms/socket`: one connection for each page. */
export function createRoomsSocket(
  world: World,
  options: {
    readonly isRequestAllowed: (request: IncomingMessage) => boolean;
    readonly areCommandsAllowed: (pageOrigin: string | null) => boolean;
  },
) {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE });

  /** The room that each page has asked for last. */
  const rooms = new Map<WebSocket, string>();

  const serve = (socket: WebSocket, request: IncomingMessage) => {
    const connection = world.connect((message) => socket.send(JSON.stringify(message)), {
      userAgent: request.headers['user-agent'] ?? 'unknown',
      areCommandsAllowed: options.areCommandsAllowed,
    });
    socket.on('message', (data) => {
      const message = parseMessage(data);
      if (message?.type === 'hello') rooms.set(socket, normalizeRoomName(String(message.roomName)));
      if (message) connection.receive(message);
    });
    rooms.set(socket, '');
    socket.on('close', () => {
      rooms.delete(socket);
      connection.close();
    });
    // Nothing to do: every error is followed by a close. Without a listener it would end the process.
    socket.on('error', () => undefined);
  };

  return {
    attach(server: Server) {
      server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
        const path = request.url?.split('?')[0];
        // In development this is Vite's own connection to the room page.
        if (path?.startsWith(PAGE_PATH) && server.listenerCount('upgrade') > 1) return;
        if (path !== '/rooms/socket' || !options.isRequestAllowed(request)) return socket.destroy();
        sockets.handleUpgrade(request, socket, head, (opened) => serve(opened, request));
      });
    },
    /** Drops every connection, or those to one room, as a lost network would. */
    drop(roomName?: string) {
      const name = roomName === undefined ? undefined : normalizeRoomName(roomName);
      for (const [socket, room] of rooms) if (name === undefined || room === name) socket.terminate();
    },
    close() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}
