import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';

/** What keeps connections open between deliveries. */
export type Agents = ReturnType<typeof createAgents>;

export const createAgents = () => {
  const http = new HttpAgent({ keepAlive: true });
  const https = new HttpsAgent({ keepAlive: true });
  return {
    http,
    https,
    close() {
      http.destroy();
      https.destroy();
    },
  };
};
