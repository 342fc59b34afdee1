import type { Kysely } from 'kysely';
import { createServerError } from '../../../../errors/createServerError.js';

/**
 * Throws `WEBHOOK_OPTIONS_INVALID` for what is not a Kysely instance, and for a transaction: others do not see a claim
 * in it before it ends, and after that it runs no statement.
 */
export function checkDatabase<DB>(database: Kysely<DB>): void {
  // JavaScript callers pass pools and what other query builders create.
  const { withoutPlugins, isTransaction } = Object(database) as Partial<Kysely<DB>>;
  if (typeof withoutPlugins !== 'function')
    throw createServerError('WEBHOOK_OPTIONS_INVALID', {
      problem:
        'the database of `kyselyStore` must be a Kysely instance; pass `new Kysely({ dialect })`, with your pool in the dialect',
    });
  if (isTransaction)
    throw createServerError('WEBHOOK_OPTIONS_INVALID', {
      problem:
        '`kyselyStore` cannot keep its events in a transaction, which no other process sees; pass the Kysely instance that the transaction was started with',
    });
}
