import type { Call, CallInput } from './call.js';
import type { List } from './types.js';
export declare function createList<T>(
  call: Call,
  input: Omit<CallInput, 'method'>,
  required: readonly string[],
): List<T>;
