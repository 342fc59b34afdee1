import { createServerError } from '../../errors/createServerError.js';
import { parseSecrets } from '../crypto/parseSecrets.js';
import type { Secrets } from '../crypto/parseSecrets.js';

/** The app's own key for signing metadata, or several while it is rotated: the first signs, all verify. */
export type MetadataKey = Secrets;

/** Resolves the keys to a list. Throws `METADATA_KEY_MISSING` if there is none or one of them is blank. */
export function resolveKeys(key: MetadataKey): readonly [string, ...string[]] {
  const keys = parseSecrets(key);
  if (keys) return keys;
  throw createServerError('METADATA_KEY_MISSING');
}
