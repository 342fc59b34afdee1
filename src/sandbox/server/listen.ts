import type { Server } from 'node:http';
import { createServerError } from '../../errors/createServerError.js';

/** Starts listening. Returns the port. Rejects with `SANDBOX_PORT_TAKEN`. */
export const listen = (server: Server, port: number, host: string) =>
  new Promise<number>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(
        createServerError(
          'SANDBOX_PORT_TAKEN',
          { address: `${host}:${port}`, reason: cause.code ?? cause.message },
          { cause },
        ),
      ),
    );
    server.listen(port, host, () => {
      const address = server.address();
      // It is a text for a pipe only.
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });

/** Stops listening and ends every connection. */
export const stopListening = (server: Server) =>
  new Promise<void>((resolve) => {
    if (!server.listening) return resolve();
    server.close(() => resolve());
    server.closeAllConnections();
  });
