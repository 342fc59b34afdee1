import { inject } from 'vitest';
import type { DatabaseUrls } from '../../scripts/databases/startDatabases.js';
import { readBackgroundResult } from '../support/background.js';

Object.assign(process.env, await readBackgroundResult<DatabaseUrls>(inject('databases')));
