/**
 * An app that gives its visitors meetings, one of many processes that share their keys in PostgreSQL as the guide shows:
 * `creator.js <database> <api> <key of the api> <number of keys>`. Asks its handler for the meeting of each key,
 * and prints the ids of the meetings by key.
 */
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { createRoomsHandler, createWhereby } from 'react-whereby-embed/server';
import { createMeetingKeys } from '../../../docs/samples/backend/keys.js';

const [database, baseUrl, apiKey, count] = process.argv.slice(2) as [string, string, string, string];
const pool = new pg.Pool({ connectionString: database, max: 4 });
const handler = createRoomsHandler({
  whereby: createWhereby({ apiKey, baseUrl }),
  authorize: () => ({ role: 'host', may: ['create', 'enter'] }),
  keys: createMeetingKeys(pool),
  // The test looks at the answers.
  onError: () => undefined,
});

/** Asks again where the hooks would, since ten processes may keep the API waiting for too long. */
async function enter(key: string): Promise<string> {
  const response = await handler(
    new Request('http://app.test/api/meetings', {
      method: 'POST',
      body: JSON.stringify({ key }),
      headers: { 'content-type': 'application/json' },
    }),
  );
  if (response.status === 503) {
    await pause(1000 * Number(response.headers.get('retry-after')));
    return enter(key);
  }
  const { meetingId } = (await response.json()) as { readonly meetingId?: string };
  return meetingId ?? `refused with ${response.status}`;
}

// The test says go when all are ready.
console.log('ready');
await new Promise((resolve) => process.stdin.once('data', resolve));

const meetings: Record<string, string> = {};
// In the same order as all the others, so that they meet at every key.
for (let at = 0; at < Number(count); at++) meetings[`lesson-${at}`] = await enter(`lesson-${at}`);
console.log(JSON.stringify(meetings));
process.exit();
