import { startSandbox } from 'react-whereby-embed/sandbox';
import type { Sandbox } from 'react-whereby-embed/sandbox';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

const samples = import.meta.glob('../../../docs/samples/**/*.{ts,tsx}');
const nameOf = (path: string) => path.replace(/^.*docs\/samples\//, '');

/** Those that need what is not here. */
const elsewhere: Readonly<Record<string, string>> = {
  'backend/express.ts': 'listens until its process ends',
  'backend/hono.ts': 'listens until its process ends',
  'rest-client/allowedDomains.ts': 'asks the real service',
  'testing/room.tsx': 'is a test, which the DOM projects run',
  'webhooks/store.ts': 'needs a database of its own; the store is tested on several',
  'webhooks/redis.ts': 'needs a Redis of its own; the store is tested on several',
  'testing/page.ts': "needs the reader's own app in a browser",
};

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
  vi.stubEnv('WHEREBY_API_KEY', sandbox.apiKey);
  vi.stubEnv('WHEREBY_API_URL', sandbox.apiUrl);
  vi.stubEnv('WHEREBY_WEBHOOK_SECRET', sandbox.webhookSecret);
  vi.spyOn(console, 'log').mockReturnValue();
});
afterAll(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await sandbox.close();
});

test('every sample that is left out is there', () => {
  expect(Object.keys(samples).map(nameOf)).toEqual(expect.arrayContaining(Object.keys(elsewhere)));
});

describe('runs as it stands in the guide', () => {
  test.each(
    Object.entries(samples)
      .map(([path, load]) => [nameOf(path), load] as const)
      .filter(([name]) => !Object.hasOwn(elsewhere, name)),
  )('%s', async (_, load) => {
    await load();
  });
});
