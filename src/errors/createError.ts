import type { WherebyErrorCode } from './codes.generated.js';
import { describeError } from './describeError.js';
import type { ErrorArgsAnd } from './ErrorArgs.js';
import { WherebyError } from './WherebyError.js';
import type { WherebyErrorOptions } from './WherebyError.js';

/**
 * Creates an error in code that browsers load. In development its message is the three sentences of the error list.
 * In production it is the code, where to read about it, and the arguments, so that no app carries the sentences.
 *
 * Only `NODE_ENV` decides, so that server rendering and the browser write the same message into the page. Code that
 * runs on servers only uses `createServerError`.
 */
export function createError<Code extends WherebyErrorCode>(
  code: Code,
  ...[args, options]: ErrorArgsAnd<Code, WherebyErrorOptions>
): WherebyError {
  // Spelled out here, because bundlers drop the sentences only if they find this very expression.
  try {
    if ((process.env.NODE_ENV || 'production') !== 'production')
      return new WherebyError(code, describeError(code, args), options);
  } catch {
    // No `process`: treat as production.
  }
  const facts = Object.entries(args ?? {}).map(([name, value]) => ` (${name}: ${value})`);
  return new WherebyError(code, `see docs/troubleshooting.md#${code.toLowerCase()}${facts.join('')}`, options);
}
