import type { Staging } from './staging.js';
import type { Connect } from './types.js';

/** A connection that makes the room ready before the page says hello. A server's rooms are staged from its own page. */
export const stageFirst =
  (connect: Connect, staging: Staging | undefined): Connect =>
  (handlers) => {
    const connection = connect({
      ...handlers,
      onOpen() {
        if (staging) connection.simulate?.({ type: 'stage', staging });
        handlers.onOpen();
      },
    });
    return connection;
  };
