import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** How many changesets wait for a release. */
export const countChangesets = (root: string): number =>
  readdirSync(join(root, '.changeset')).filter((name) => name.endsWith('.md') && name !== 'README.md').length;
