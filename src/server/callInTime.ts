import { createServerError } from '../errors/createServerError.js';
import { callSafely } from './callSafely.js';
import { createDeadline, timedOut } from './http/createDeadline.js';

/** How long a function of the app may take, in milliseconds. The hooks wait for 20 s, and are to learn the reason. */
const timeout = 15_000;

/**
 * Calls a function of the app, which may never settle: a driver can wait for ever for a database that is away.
 * @throws WherebyError `FUNCTION_LATE`; whatever the function throws
 */
export async function callInTime<T>(name: string, call: () => T | Promise<T>): Promise<T> {
  const result = await createDeadline(timeout).race(callSafely(call));
  if (result === timedOut) throw createServerError('FUNCTION_LATE', { name, timeout });
  return result;
}
