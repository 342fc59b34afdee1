import { params, parseRoomUrl } from 'react-whereby-embed';
import { mayHoldSecret } from '../../src/params/mayHoldSecret.js';

const isParam = (pair: string): boolean => Object.hasOwn(params, pair.split('=', 1)[0] ?? '');

/**
 * A room address without its `roomKey`, and without anything else that may be a secret: a key has no place in a link, a
 * picture or a piece of code. Empty if the text is no room address and may hold a key itself.
 */
export function withoutKey(address: string): string {
  const [place = '', ...parts] = address.split(/(?=[?&;#])/);
  if (!parseRoomUrl(place).origin && mayHoldSecret(place)) return '';
  const kept = parts.filter((part) => part.length > 1 && (isParam(part.slice(1)) || !mayHoldSecret(part)));
  const query = kept.filter((part) => !part.startsWith('#')).map((part) => part.slice(1));
  const hash = kept.filter((part) => part.startsWith('#'));
  return place + (query.length ? `?${query.join('&')}` : '') + hash.join('');
}
