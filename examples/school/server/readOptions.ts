import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readS3Settings } from './recordings/readS3Settings.js';
import { createSecretReader } from './settings.js';
import type { SchoolOptions } from './startSchool.js';

const folder = fileURLToPath(new URL('..', import.meta.url));

/** What the environment says. Relative folders are in `SCHOOL_DATA`, which is examples/school/data by default. */
export function readOptions(environment: NodeJS.ProcessEnv = process.env): SchoolOptions {
  const data = environment['SCHOOL_DATA'] ?? join(folder, 'data');
  return {
    databaseUrl: environment['DATABASE_URL'] || undefined,
    dataFolder: join(data, 'database'),
    recordingsFolder: join(data, 'recordings'),
    s3: readS3Settings(environment),
    presetsFile: environment['SCHOOL_PRESETS'] ?? join(folder, 'presets.json'),
    readKey: createSecretReader('WHEREBY_API_KEY', environment),
    readWebhookSecret: createSecretReader('WHEREBY_WEBHOOK_SECRET', environment),
    apiUrl: environment['WHEREBY_API_URL'] || undefined,
    ...(environment['SCHOOL_LEASE_SECONDS'] && { leaseSeconds: Number(environment['SCHOOL_LEASE_SECONDS']) }),
  };
}
