import type { Server } from 'node:http';
import type { WebhookHandler } from 'react-whereby-embed/server';

/** Handles what an earlier process left, now and every minute, and ends this process without leaving anything. */
export function start(server: Server, webhooks: WebhookHandler, closeDatabase: () => Promise<void>): void {
  void webhooks.handleAbandoned();
  const timer = setInterval(() => void webhooks.handleAbandoned(), 60_000);
  process.once('SIGTERM', () => {
    clearInterval(timer);
    server.close(async () => {
      await webhooks.drain();
      await closeDatabase();
    });
    server.closeIdleConnections();
  });
}
