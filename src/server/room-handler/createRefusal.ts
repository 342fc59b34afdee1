import { describeError } from '../../errors/describeError.js';
import type { ErrorArgsAnd } from '../../errors/ErrorArgs.js';
import type { RoomsErrorCode } from '../../room-url/contract.js';
import { Refusal } from './Refusal.js';
import type { RefusalOptions } from './Refusal.js';

/** Creates a refusal with the three sentences of the error list, which the browser receives. */
export const createRefusal = <Code extends RoomsErrorCode>(
  code: Code,
  ...[args, options]: ErrorArgsAnd<Code, RefusalOptions>
): Refusal => new Refusal(code, describeError(code, args), options);
