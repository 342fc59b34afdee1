import { readFileSync } from 'node:fs';
import { readDocblocks } from './readDocblocks.js';
import { formatFile } from './file.js';
import type { GeneratedFile } from './file.js';
import { fillTable, table } from './markdown.js';
import { readWebhookDocs } from './readWebhookDocs.js';

const path = 'docs/webhooks.md';

const withoutStop = (text: string) => text.replace(/\.$/, '');

const eventTable = () =>
  table(
    ['Type', 'When it is sent'],
    [...readWebhookDocs().types].map(([type, summary]) => [`\`${type}\``, withoutStop(summary)]),
  );

const statusTable = () =>
  table(
    ['Status', 'When', 'Option', 'Sent again'],
    readDocblocks('src/server/webhooks/handler/statuses.ts', 'webhookStatuses').map(({ name, summary, tags }) => [
      name,
      withoutStop(summary),
      tags.get('option')?.join(', ') ?? '',
      Number(name) >= 500 ? 'yes' : 'no',
    ]),
  );

/** The tables of the webhook guide: the types of events, and the statuses that the handler responds with. */
export async function generate(): Promise<GeneratedFile[]> {
  const withEvents = fillTable(readFileSync(path, 'utf8'), 'events', eventTable());
  const text = fillTable(withEvents, 'statuses', statusTable());
  return [await formatFile(path, text)];
}
