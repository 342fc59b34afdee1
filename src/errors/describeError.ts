import type { WherebyErrorCode } from './codes.generated.js';
import { errorList } from './errorList.js';

/** All three sentences about an error, with its values filled in. */
export function describeError(code: WherebyErrorCode, args: Readonly<Record<string, string | number>> = {}): string {
  const { what, cause, cure } = errorList[code];
  return [what, cause, cure].join(' ').replace(/\{(\w+)\}/g, (_, name: string) => String(args[name]));
}
