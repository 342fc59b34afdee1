import { WherebyError } from '../../errors/WherebyError.js';

/** Creates the error for a body that is no longer the bytes that were received. */
export function createBodyParsedError(body: unknown): WherebyError {
  const what =
    body === undefined || body === null
      ? 'is missing'
      : `is ${Array.isArray(body) ? 'an array' : typeof body === 'object' ? 'an object' : `a ${typeof body}`}`;
  return new WherebyError(
    'WEBHOOK_BODY_PARSED',
    `the body ${what}, but the signature covers the bytes that came over the wire, which a parsed body no longer has. ` +
      'Pass the raw body: `new Uint8Array(await request.arrayBuffer())`, or in Express the Buffer of `express.raw({ type: "application/json" })` ' +
      'on this route, before any `express.json()`.',
  );
}
