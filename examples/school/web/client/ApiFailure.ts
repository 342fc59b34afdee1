import type { ApiErrorCode } from '../../shared/api.js';

/** What the school's server has refused, or `UNREACHABLE` if it could not be asked. */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure';

  constructor(
    readonly code: ApiErrorCode | 'UNREACHABLE',
    message: string = code,
  ) {
    super(message);
  }
}
