/** The library's entries by the name of their built file. The sandbox is built on its own, with its dependencies inside. */
export const entries = {
  index: 'src/index.ts',
  'server/index': 'src/server/index.ts',
  'server/kysely': 'src/server/kysely.ts',
  'server/redis': 'src/server/redis.ts',
  'testing/index': 'src/testing/index.ts',
} as const;
