/** Numbers from 0 to 1 that are the same in every run: https://en.wikipedia.org/wiki/Lehmer_random_number_generator */
export function createSeededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
