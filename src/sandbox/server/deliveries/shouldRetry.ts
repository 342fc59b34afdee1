import type { SendResult } from './send.js';
import type { DeliverySettings } from './types.js';

/** Whether an attempt that did not succeed is made again. */
export function shouldRetry({ attempt, isTimeout }: SendResult, { retryAlso }: DeliverySettings): boolean {
  const { status } = attempt;
  if (status === null) return isTimeout || retryAlso.includes('connection');
  if (status >= 500) return true;
  if (status >= 400) return retryAlso.includes('4xx');
  return status >= 300 && retryAlso.includes('3xx');
}
