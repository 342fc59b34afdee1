import type { FromRooms } from '../../wire.js';
import type { Connect } from './types.js';

const FIRST_WAIT = 250;
const LONGEST_WAIT = 5_000;

/** Connects to the sandbox's server over a WebSocket, and connects again whenever that is lost. */
export const connectSocket =
  (url: string): Connect =>
  ({ onOpen, onMessage, onLost }) => {
    let socket: WebSocket;
    let isClosed = false;
    let wait = FIRST_WAIT;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const open = () => {
      socket = new WebSocket(url);
      socket.onopen = () => {
        wait = FIRST_WAIT;
        onOpen();
      };
      // The page and its server come from the same package: they have the same messages.
      socket.onmessage = (event: MessageEvent<string>) => onMessage(JSON.parse(event.data) as FromRooms);
      socket.onclose = () => {
        if (isClosed) return;
        onLost();
        timer = setTimeout(open, wait);
        wait = Math.min(wait * 2, LONGEST_WAIT);
      };
    };
    open();

    return {
      send(message) {
        if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
      },
      close() {
        isClosed = true;
        clearTimeout(timer);
        socket.close();
      },
    };
  };
