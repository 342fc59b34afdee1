import { parseRoomUrl } from '../../params/parseRoomUrl.js';
import { WherebyError } from '../../errors/WherebyError.js';
import type { WherebyOptions } from './readConfig.js';
import { createWhereby } from './createWhereby.js';
import type { RateLimit, RequestOptions } from './types.js';

export type ApiKeyReport =
  | {
      readonly valid: true;
      /** The account's label before `.whereby.com`, read from one of its meetings; null if it has no meeting. */
      readonly subdomain: string | null;
      /** That meeting's room URL for visitors, which contains no key; null if there is no meeting. */
      readonly roomUrl: string | null;
      readonly rateLimit: RateLimit;
    }
  | {
      readonly valid: false;
      /** `API_KEY_MISSING`, `API_KEY_INVALID` or `API_UNAUTHORIZED`, with what to do. */
      readonly error: WherebyError;
    };

const codesOfBadKeys: readonly string[] = ['API_KEY_MISSING', 'API_KEY_INVALID', 'API_UNAUTHORIZED'];

/**
 * Checks whether the API accepts the key. Reads one meeting, which costs one point of the request budget.
 * @throws WherebyError, for example `API_UNREACHABLE`, if that cannot be decided
 */
export async function verifyApiKey(options: WherebyOptions = {}, request: RequestOptions = {}): Promise<ApiKeyReport> {
  try {
    const { results, rateLimit } = await createWhereby(options).meetings.list({ limit: 1 }, request).page();
    const roomUrl = results[0]?.roomUrl ?? null;
    return { valid: true, subdomain: (roomUrl && parseRoomUrl(roomUrl).subdomain) || null, roomUrl, rateLimit };
  } catch (error) {
    if (error instanceof WherebyError && codesOfBadKeys.includes(error.code)) return { valid: false, error };
    throw error;
  }
}
