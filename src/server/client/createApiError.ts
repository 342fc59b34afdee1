import type { WherebyErrorCode } from '../../errors/WherebyError.js';
import { describeError } from '../../errors/describeError.js';
import type { ErrorArgs } from '../../errors/ErrorArgs.js';
import { WherebyApiError } from './WherebyApiError.js';
import type { WherebyApiErrorDetails } from './WherebyApiError.js';

/** Creates the error of a failed call, with the three sentences of the error list. */
export const createApiError = <Code extends WherebyErrorCode>(
  code: Code,
  args: ErrorArgs<Code>,
  details: WherebyApiErrorDetails,
): WherebyApiError => new WherebyApiError(code, describeError(code, args), details);
