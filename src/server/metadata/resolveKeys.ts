import { WherebyError } from '../../errors/WherebyError.js';

/** The app's own key for signing metadata, or several while it is being rotated: the first signs, all verify. */
export type MetadataKey = string | readonly string[];

/** The keys as a list. Throws `METADATA_KEY_MISSING` where there is none or one is empty: anyone could sign with that. */
export function resolveKeys(key: MetadataKey): readonly [string, ...string[]] {
  const all: readonly unknown[] = Array.isArray(key) ? key : [key];
  if (all.length > 0 && all.every((one) => typeof one === 'string' && one.trim() !== ''))
    return all as unknown as readonly [string, ...string[]];
  throw new WherebyError(
    'METADATA_KEY_MISSING',
    'the key for signed metadata is missing or empty, so anyone could sign. Pass `key`: a random text of your own, ' +
      'such as 32 bytes in hex, kept on the server only.',
  );
}
