import type { FromRooms } from '../../wire.js';
import type { Connect } from './types.js';

const FIRST_WAIT = 250;
const LONGEST_WAIT = 5_000;

/** A WebSocket to the sandbox's server, opened again whenever it was lost. */
export const connectSocket =
  (address: string): Connect =>
  ({ onOpen, onMessage, onLost }) => {
    let socket: WebSocket | undefined;
    let closed = false;
    let wait = FIRST_WAIT;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const open = () => {
      const it = new WebSocket(address);
      socket = it;
      it.onopen = () => {
        wait = FIRST_WAIT;
        onOpen();
      };
      it.onmessage = (event) => onMessage(JSON.parse(String(event.data)) as FromRooms);
      it.onclose = () => {
        if (closed) return;
        onLost();
        timer = setTimeout(open, wait);
        wait = Math.min(wait * 2, LONGEST_WAIT);
      };
    };
    open();

    return {
      send(message) {
        if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
      },
      close() {
        closed = true;
        clearTimeout(timer);
        socket?.close();
      },
    };
  };
