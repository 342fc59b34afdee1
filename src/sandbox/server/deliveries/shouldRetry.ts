import type { Attempt, DeliverySettings } from './types.js';

/** Whether an attempt that did not succeed is made again. */
export function shouldRetry({ status, error }: Attempt, { retryAlso }: DeliverySettings): boolean {
  if (status === null) return error?.startsWith('no answer') === true || retryAlso.includes('connection');
  if (status >= 500) return true;
  if (status >= 400) return retryAlso.includes('4xx');
  return status >= 300 && retryAlso.includes('3xx');
}
