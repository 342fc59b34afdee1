import { createServerError } from '../../errors/createServerError.js';

export interface ParsedSignature {
  /** Unix seconds, as written: the signature covers these digits. */
  readonly time: string;
  /** The values of every `v1` part, as written. */
  readonly signatures: readonly string[];
}

const malformed = (problem: string) => createServerError('WEBHOOK_SIGNATURE_MALFORMED', { problem });

/** No real header comes near this many characters. */
const maxLength = 4096;

/**
 * Parses the header `t=<unix seconds>,v1=<hex>`. Parts may come in any order, with white space around them; there may be
 * several `v1`; schemes with other names are skipped. Throws `WEBHOOK_SIGNATURE_MISSING`, `WEBHOOK_SIGNATURE_MALFORMED` or
 * `WEBHOOK_SIGNATURE_SCHEME`.
 */
export function parseSignature(header: string | readonly string[] | null | undefined): ParsedSignature {
  const value: unknown = Array.isArray(header) ? header.join(',') : header;
  if (value === undefined || value === null || value === '') throw createServerError('WEBHOOK_SIGNATURE_MISSING');
  if (typeof value !== 'string') throw malformed('was passed as something other than a string');
  if (value.length > maxLength) throw malformed(`is ${value.length} characters long`);

  const times: string[] = [];
  const signatures: string[] = [];
  for (const part of value.split(',')) {
    const end = part.indexOf('=');
    const name = part.slice(0, Math.max(end, 0)).trim();
    if (name === 't') times.push(part.slice(end + 1).trim());
    if (name === 'v1') signatures.push(part.slice(end + 1).trim());
  }
  const [time] = times;
  if (time === undefined) throw malformed(/["'“”]/.test(value) ? 'is wrapped in quotation marks' : 'contains no time');
  // A proxy may have joined two equal headers.
  if (new Set(times).size > 1) throw malformed('contains more than one time');
  if (!/^\d{1,15}$/.test(time)) throw malformed('contains a time that is not a whole number of seconds');
  if (signatures.length === 0) throw createServerError('WEBHOOK_SIGNATURE_SCHEME');
  return { time, signatures };
}
