import { readCommand } from './readCommand.js';
import type { ReceivedCommand } from './readCommand.js';

/** Calls `onCommand` for each command from the embedding page's window, and from no other. Returns a function that stops that. */
export function listenForCommands(onCommand: (command: ReceivedCommand) => void): () => void {
  const listen = (event: MessageEvent<unknown>) => {
    if (event.source !== window.parent || window.parent === window) return;
    const command = readCommand(event.data);
    if (command) onCommand(command);
  };
  addEventListener('message', listen);
  return () => removeEventListener('message', listen);
}
