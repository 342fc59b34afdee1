import type { WherebyErrorCode } from './codes.generated.js';
import { describeError } from './describeError.js';
import type { ErrorArgsAnd } from './ErrorArgs.js';
import { WherebyError } from './WherebyError.js';
import type { WherebyErrorOptions } from './WherebyError.js';

/**
 * Creates an error in code that no browser loads: its message is always the three sentences of the error list. A
 * server runs with `NODE_ENV=production`, and its log is where an error is read.
 */
export const createServerError = <Code extends WherebyErrorCode>(
  code: Code,
  ...[args, options]: ErrorArgsAnd<Code, WherebyErrorOptions>
): WherebyError => new WherebyError(code, describeError(code, args), options);
