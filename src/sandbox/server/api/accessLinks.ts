import { createHmac } from 'node:crypto';
import * as v from 'valibot';
import { timingSafeEqual } from '../../../server/crypto/timingSafeEqual.js';
import { lookUp } from '../../core/index.js';
import type { ApiContext } from './ApiContext.js';
import { readQuery, wholeNumber } from './readQuery.js';

/** The kinds of files that have access links. */
export type FileKind = 'recordings' | 'transcriptions';

const sign = ({ apiKey }: ApiContext, kind: string, id: string, expires: string) =>
  createHmac('sha256', apiKey).update(`${kind}/${id}?${expires}`).digest('hex');

/** A link to a file that the service stores, and until when it works, in milliseconds since 1970. */
export function buildAccessLink(context: ApiContext, request: Request, kind: FileKind, id: string) {
  const { validForSeconds } = readQuery(new URL(request.url).searchParams, {
    validForSeconds: v.exactOptional(wholeNumber(1, 43_200), '3600'),
  });
  const expires = context.world.clock.now() + validForSeconds * 1_000;
  const token = sign(context, kind, id, String(expires));
  return {
    accessLink: `${context.findOrigin(request)}/rooms/files/${kind}/${id}?expires=${expires}&token=${token}`,
    expires,
  };
}

function hasFile({ world: { state } }: ApiContext, kind: string, id: string): boolean {
  if (kind === 'recordings') return lookUp(state.recordings, id)?.deletedAt === null;
  if (kind === 'transcriptions') return lookUp(state.transcriptions, id)?.deletedAt === null;
  return false;
}

/**
 * The status for a request of a file: 403 if the link was changed or has expired by the sandbox's clock, 404 if the file
 * was deleted since.
 */
export function checkAccessLink(context: ApiContext, kind: string, id: string, query: URLSearchParams): 200 | 403 | 404 {
  const expires = query.get('expires') ?? '';
  const isGenuine = timingSafeEqual(query.get('token') ?? '', sign(context, kind, id, expires));
  if (!isGenuine || Number(expires) <= context.world.clock.now()) return 403;
  return hasFile(context, kind, id) ? 200 : 404;
}
