/**
 * `npm run school`: the sandbox, the backend and the pages, with links for everyone. `-- --two` runs two backend processes on one
 * PostgreSQL. With WHEREBY_API_KEY and WHEREBY_WEBHOOK_SECRET it runs against the real service.
 * `npm run school -- backup <file>` and `npm run school -- restore <file>` copy the data.
 */
import { parseArgs } from 'node:util';
import { backup, restore } from './database/backup.js';
import { SchoolError } from './operations/SchoolError.js';
import { readOptions } from './readOptions.js';
import { runMain } from './runMain.js';
import { startDemo } from './demo/startDemo.js';

await runMain(async () => {
  const { values, positionals } = readArguments();
  const [command, file] = positionals;
  if (command === undefined) return (await startDemo({ port: readPort(values.port), isTwo: values.two })).stop;
  if ((command !== 'backup' && command !== 'restore') || !file)
    throw new SchoolError(
      'Write `npm run school`, `npm run school -- backup <file>` or `npm run school -- restore <file>`.',
    );
  const { databaseUrl, dataFolder } = readOptions();
  const copy = command === 'backup' ? backup : restore;
  console.log(`${await copy(databaseUrl, dataFolder, file)} rows`);
  process.exit(0);
});

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { port: { type: 'string', default: '4180' }, two: { type: 'boolean', default: false } },
    });
  } catch (error) {
    throw new SchoolError(
      `${error instanceof Error ? error.message : String(error)}. The options are --port <number> and --two.`,
    );
  }
}

function readPort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new SchoolError(`--port takes a number from 0 to 65535, and got ${text}.`);
  return port;
}
