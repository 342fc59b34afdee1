import { createWhereby } from 'react-whereby-embed/server';
import type { Whereby, WherebyOptions } from 'react-whereby-embed/server';
import { createFakeClock } from './createFakeClock.js';
import { apiKey } from './fixtures.js';
import { startTestApi } from './startTestApi.js';
import type { Reply, SeenRequest } from './startTestApi.js';

/** A client of a test API with these replies. */
export async function createTestClient(
  replies: readonly Reply[],
  options: WherebyOptions = {},
): Promise<{ whereby: Whereby; seen: SeenRequest[]; clock: ReturnType<typeof createFakeClock>; url: string }> {
  const clock = createFakeClock();
  const { url, seen } = await startTestApi(...replies);
  return { whereby: createWhereby({ apiKey, baseUrl: url, clock, ...options }), seen, clock, url };
}
