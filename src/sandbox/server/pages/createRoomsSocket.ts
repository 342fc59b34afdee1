import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import type { World } from '../../core/index.js';
import type { ToRooms } from '../../wire.js';
import { PAGE_PATH } from './createRoomPage.js';

/** More than a room page ever says at once. */
const MAX_MESSAGE = 256 * 1024;

const typeOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? (value as { readonly type?: unknown }).type : undefined;

/** The rooms' socket at `/rooms/socket`: one connection for each page. */
export function createRoomsSocket(
  world: World,
  options: {
    readonly isOwnPage: (request: IncomingMessage) => boolean;
    readonly commandsAllowed: (pageOrigin: string | null) => boolean;
  },
) {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE });

  const serve = (socket: WebSocket, request: IncomingMessage) => {
    const connection = world.connect((message) => socket.send(JSON.stringify(message)), {
      userAgent: request.headers['user-agent'] ?? 'unknown',
      commandsAllowed: options.commandsAllowed,
    });
    socket.on('message', (data) => {
      let message: unknown;
      try {
        message = JSON.parse(String(data));
      } catch {
        return;
      }
      if (typeof typeOf(message) === 'string') connection.receive(message as ToRooms);
    });
    socket.on('close', connection.close);
    // A close follows every error.
    socket.on('error', () => undefined);
  };

  return {
    attach(server: Server) {
      server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
        const path = request.url?.split('?')[0];
        // In development Vite's own connection to the room page.
        if (path?.startsWith(PAGE_PATH) && server.listenerCount('upgrade') > 1) return;
        if (path !== '/rooms/socket' || !options.isOwnPage(request)) return socket.destroy();
        sockets.handleUpgrade(request, socket, head, (opened) => serve(opened, request));
      });
    },
    /** Cuts every room page off, as a lost network would. */
    drop() {
      for (const socket of sockets.clients) socket.terminate();
    },
    close() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}
