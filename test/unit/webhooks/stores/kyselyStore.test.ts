import type { Kysely } from 'kysely';
import { kyselyStore } from 'react-whereby-embed/server/kysely';
import { expect, test } from 'vitest';

const strangers: Readonly<Record<string, unknown>> = {
  nothing: undefined,
  'a pool of pg': { query: () => undefined, connect: () => undefined },
  'a client of another query builder': { select: () => undefined, transaction: () => undefined },
  'an address': 'postgresql://localhost/app',
};

test.each(Object.entries(strangers))('kyselyStore refuses %s, with what to pass', (_, database) => {
  expect(() => kyselyStore(database as Kysely<unknown>)).toThrow(
    expect.objectContaining({
      code: 'WEBHOOK_OPTIONS_INVALID',
      message: expect.stringContaining('pass `new Kysely({ dialect })`') as string,
    }),
  );
});
