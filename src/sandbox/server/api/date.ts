import type { ApiContext } from './ApiContext.js';
import { badRequest } from './Problem.js';

/** An ISO date of a request, milliseconds since 1970. Without an offset it is UTC; digits beyond milliseconds are dropped. */
export function parseDate(name: string, given: string): number {
  const match = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?$/i.exec(given.trim());
  const [, day, time = '00:00', fraction = '', offset = 'Z'] = match ?? [];
  const zone = offset.toUpperCase().replace(/^([+-]\d\d)(\d\d)$/, '$1:$2');
  const value = match
    ? Date.parse(`${day}T${time.length === 5 ? `${time}:00` : time}${fraction.slice(0, 4)}${zone}`)
    : NaN;
  if (Number.isNaN(value)) throw badRequest(`${name} must be an ISO 8601 date and time, got "${given}"`);
  return value;
}

/** As answers write dates. */
export const formatDate = ({ behaviour }: Pick<ApiContext, 'behaviour'>, time: number): string => {
  const text = new Date(time).toISOString();
  return behaviour.milliseconds ? text : text.replace(/\.\d{3}Z$/, 'Z');
};
