import { createReadStream } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { sql } from 'kysely';
import { SchoolError } from '../operations/SchoolError.js';
import { openDatabase } from './openDatabase.js';
import type { Tables } from './tables.js';

/**
 * Every table with data of the school, those first that others refer to. Jobs are not in a backup, because they follow from the
 * rows;
 * neither are leases. A webhook that comes again after a restore finds its row by its id.
 */
const tables = [
  'settings',
  'people',
  'links',
  'lessons',
  'lesson_people',
  'consents',
  'feedback',
  'hands',
  'rooms',
  'lesson_events',
  'insights',
  'recordings',
  'recording_log',
] as const satisfies readonly (keyof Tables)[];

/** Writes all rows into a file, a line of JSON for each, as they were at one moment. Returns how many. */
export async function backup(url: string | undefined, folder: string | undefined, file: string): Promise<number> {
  const { database, close } = await openDatabase(url, folder);
  // A backup that breaks off does not replace an earlier one.
  const part = `${file}.part`;
  const output = await open(part, 'w', 0o600).catch((error: Error) => {
    throw new SchoolError(`The backup cannot be written: ${error.message}.`);
  });
  let count = 0;
  try {
    await database
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (step) => {
        for (const table of tables)
          for (const row of await step.selectFrom(table).selectAll().execute()) {
            await output.write(`${JSON.stringify({ table, row })}\n`);
            count++;
          }
      });
    await output.sync();
  } finally {
    await output.close();
    await close();
  }
  await rename(part, file);
  return count;
}

/**
 * Reads a backup into an empty database: all of it or nothing. Returns how many rows.
 * @throws SchoolError if there is data already, or the file is no backup
 */
export async function restore(url: string | undefined, folder: string | undefined, file: string): Promise<number> {
  const { database, close } = await openDatabase(url, folder);
  let count = 0;
  try {
    if (await database.selectFrom('people').select('id').executeTakeFirst())
      throw new SchoolError('The database has people already. Restore into an empty one; nothing was changed.');
    await database.transaction().execute(async (step) => {
      // A server that was started on the empty database has made a secret, and the backup's is the one that signed.
      await step.deleteFrom('settings').execute();
      for await (const line of createInterface({ input: createReadStream(file) })) {
        const { table, row } = readLine(line);
        await step
          .insertInto(table)
          .values(row as never)
          .execute();
        count++;
      }
      await sql`select setval(pg_get_serial_sequence('recording_log', 'id'), (select coalesce(max(id), 0) + 1 from recording_log))`.execute(
        step,
      );
    });
  } catch (error) {
    if (error instanceof SchoolError) throw error;
    throw new SchoolError(
      `${file} cannot be restored: ${error instanceof Error ? error.message : String(error)}. Nothing was changed.`,
    );
  } finally {
    await close();
  }
  return count;
}

function readLine(line: string): { table: (typeof tables)[number]; row: object } {
  const read: unknown = JSON.parse(line);
  if (typeof read === 'object' && read && 'table' in read && 'row' in read)
    for (const table of tables)
      if (read.table === table && typeof read.row === 'object' && read.row) return { table, row: read.row };
  throw new Error('a line is no row of the school');
}
