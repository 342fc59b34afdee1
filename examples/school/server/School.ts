import type { Whereby } from 'react-whereby-embed/server';
import type { Preset } from 'react-whereby-embed/url';
import type { Database } from './database/tables.js';
import type { Jobs } from './rooms/createJobs.js';
import type { Log } from './operations/createLog.js';
import type { Storage } from './recordings/Storage.js';

/** What every part of the server shares. */
export interface School {
  readonly database: Database;
  readonly whereby: Whereby;
  readonly jobs: Jobs;
  readonly log: Log;
  readonly storage: Storage;
  readonly presets: Presets;
  /** Signs links, cookies and identities. */
  readonly secret: string;
  /** For how long the work of a process that died is left alone. */
  readonly leaseSeconds: number;
  /** Milliseconds since 1970: the sandbox's clock, where there is one. */
  now(): number;
}

export type Presets = Readonly<Record<'teacher' | 'student' | 'parent' | 'recorder', Preset>>;
