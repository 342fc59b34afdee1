import { WherebyError } from '../../errors/WherebyError.js';
import { parseSecrets } from '../crypto/parseSecrets.js';
import type { Secrets } from '../crypto/parseSecrets.js';

/** The app's own key for signing metadata, or several while it is being rotated: the first signs, all verify. */
export type MetadataKey = Secrets;

/** The keys as a list. Throws `METADATA_KEY_MISSING`. */
export function resolveKeys(key: MetadataKey): readonly [string, ...string[]] {
  const keys = parseSecrets(key);
  if (keys) return keys;
  throw new WherebyError(
    'METADATA_KEY_MISSING',
    'the key for signed metadata is missing or empty, so anyone could sign. Pass `key`: a random text of your own, ' +
      'such as 32 bytes in hex, kept on the server only.',
  );
}
