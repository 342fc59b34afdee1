/** Types of what creates errors. Compiled by `npm run check` and `npm run check:package`. */
import { createError } from '../../src/errors/createError.js';
import { createServerError } from '../../src/errors/createServerError.js';
import type { WherebyError, WherebyErrorCode } from 'react-whereby-embed';

export const right = [
  createError('ROOM_MISSING'),
  createError('ROOM_MISSING', {}, { cause: 1 }),
  createError('FRAME_BLOCKED', { origin: 'https://acme.whereby.com', policy: 'frame-src' }),
  createServerError('BODY_TOO_LARGE', { limit: 16_384 }),
  createServerError('WEBHOOK_TIMESTAMP', { age: '400 seconds before', limit: 300 }),
];

export const wrong = [
  // @ts-expect-error There is no such code.
  createError('ROOM_LOST'),
  // @ts-expect-error The text needs the origin.
  createError('FRAME_BLOCKED'),
  // @ts-expect-error The text needs the origin, by this name.
  createError('FRAME_BLOCKED', { host: 'acme.whereby.com' }),
  // @ts-expect-error One of two values is missing.
  createServerError('WEBHOOK_TIMESTAMP', { limit: 300 }),
  // @ts-expect-error A value is text or a number.
  createServerError('BODY_TOO_LARGE', { limit: null }),
  // @ts-expect-error The text takes no values.
  createError('ROOM_MISSING', { room: 'demo' }),
];

/** One of several codes takes the values of all of them. */
export const eitherOf = (code: 'ROOM_MISSING' | 'ROOM_INVALID') => createError(code);

export const codeOf = ({ code }: WherebyError): WherebyErrorCode => code;
