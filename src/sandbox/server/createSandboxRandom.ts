import { createHash } from 'node:crypto';
import { secureRandom } from '../core/index.js';
import type { Random } from '../core/index.js';

/** Where ids and keys come from, as a snapshot keeps it: after a restore none of them comes a second time. */
export interface RandomPosition {
  /** What they are derived from; null if they cannot be repeated. */
  readonly key: string | null;
  /** How many 32-byte blocks were drawn since. */
  readonly drawn: number;
  /** How many seeds were planted. */
  readonly seeds: number;
}

const start: RandomPosition = { key: null, drawn: 0, seeds: 0 };

/**
 * Random bytes for ids and keys.
 *
 * 1. Until a seed is planted they cannot be guessed.
 * 2. From then on they follow from the seed and the secret: every sandbox with the same two draws the same bytes.
 * 3. The same seed planted a second time draws others, or two meetings would have one id.
 *
 * How: block n is SHA-256 of key and n; the key is SHA-256 of the secret, the seed and how many came before it.
 * @param secret the API key, which is random if other machines can reach the sandbox
 */
export function createSandboxRandom(secret: string) {
  let position = start;

  const drawBlock = (key: string): Uint8Array => {
    const block = createHash('sha256').update(`${key}:${position.drawn}`).digest();
    position = { ...position, drawn: position.drawn + 1 };
    return block;
  };
  const random: Random = (bytes) => {
    const { key } = position;
    if (key === null) return secureRandom(bytes);
    const drawn = new Uint8Array(bytes);
    for (let at = 0; at < bytes; at += 32) drawn.set(drawBlock(key).subarray(0, bytes - at), at);
    return drawn;
  };

  return {
    random,
    get position() {
      return position;
    },
    /** From now on everything follows from this seed. */
    plant(seed: string) {
      const { seeds } = position;
      const key = createHash('sha256')
        .update(JSON.stringify([secret, seeds, seed]))
        .digest('hex');
      position = { key, drawn: 0, seeds: seeds + 1 };
    },
    restore(given: RandomPosition = start) {
      position = given;
    },
  };
}
