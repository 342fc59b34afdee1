import { randomBytes } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { parsePresets } from 'react-whereby-embed/url';
import type { Preset } from 'react-whereby-embed/url';
import type { Database } from './database/tables.js';
import { SchoolError } from './operations/SchoolError.js';
import type { Presets } from './School.js';

const names = ['teacher', 'student', 'parent', 'recorder'] as const;

/**
 * The presets that a designer exports from Storybook's playground.
 * @throws SchoolError that names the preset and the key
 */
export function readPresets(file: string): Presets {
  let presets: Readonly<Record<string, Preset>>;
  try {
    presets = parsePresets(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new SchoolError(
      `${file} cannot be used: ${error instanceof Error ? error.message : String(error)} Export it from Storybook's playground again, or correct it. Nothing was started.`,
    );
  }
  const missing = names.filter((name) => !(name in presets));
  if (missing.length)
    throw new SchoolError(
      `${file} has no preset named ${missing.join(', ')}. The school needs one for each of ${names.join(', ')}. Nothing was started.`,
    );
  return presets as Presets;
}

/**
 * A secret that may change while the server runs: a variable, or the file that `<name>_FILE` names. The file is read again
 * when it has changed, so a key is rotated without a restart.
 */
export function createSecretReader(
  name: string,
  environment: NodeJS.ProcessEnv = process.env,
): () => string | undefined {
  const file = environment[`${name}_FILE`];
  if (!file) return () => environment[name]?.trim() || undefined;
  let read: { readonly changed: number; readonly value: string } | undefined;
  return () => {
    try {
      const { mtimeMs: changed } = statSync(file);
      if (read?.changed !== changed) read = { changed, value: readFileSync(file, 'utf8').trim() };
    } catch {
      // While the file is being replaced, the value before it is the best there is.
      if (!read) throw new SchoolError(`${name}_FILE names ${file}, which cannot be read. Create it, or set ${name}.`);
    }
    return read.value || undefined;
  };
}

/** Two webhook secrets during a rotation are written with a comma between them. */
export const splitSecrets = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split(',')
    .map((secret) => secret.trim())
    .filter(Boolean);

/** What signs links and identities: made once, and the same for all processes of a database. */
export async function readOwnSecret(database: Database): Promise<string> {
  const value = randomBytes(32).toString('base64url');
  await database
    .insertInto('settings')
    .values({ name: 'secret', value })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await database
    .selectFrom('settings')
    .select('value')
    .where('name', '=', 'secret')
    .executeTakeFirstOrThrow();
  return row.value;
}
