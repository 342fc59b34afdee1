import { createServerError } from '../../errors/createServerError.js';

/** @throws WherebyError `REQUEST_INVALID` if the date is an Invalid Date */
export function toIsoText(name: string, date: Date): string {
  if (!Number.isNaN(date.getTime())) return date.toISOString();
  throw createServerError('REQUEST_INVALID', { problem: `\`${name}\` is a Date without a time ("Invalid Date")` });
}
