import { checkWait } from '../../core/checkWait.js';
import type { DeliverySettings } from './types.js';

/** @throws WherebyError `SANDBOX_OPTION_INVALID` if a setting that is a time is none */
export function checkDeliverySettings({ timeoutMs, retryDelaysMs }: Partial<DeliverySettings>): void {
  if (timeoutMs !== undefined) checkWait('timeoutMs', timeoutMs);
  if (retryDelaysMs === undefined) return;
  if (!Array.isArray(retryDelaysMs)) checkWait('retryDelaysMs', NaN);
  for (const delay of retryDelaysMs) checkWait('retryDelaysMs', delay);
}
