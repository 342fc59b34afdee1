import type { Issue } from '../errors/WherebyError.js';
import { addIssue } from './addIssue.js';
import { decodePair } from './decodePair.js';
import { findKind } from './findKind.js';
import { findParamName } from './findParamName.js';
import { isReservedKey } from './isReservedKey.js';
import { mayHoldSecret } from './mayHoldSecret.js';
import { readRoomAddress, readSubdomain } from './roomAddress.js';
import type { NormalRoomParams } from './types.js';

export interface ParsedRoomUrl {
  /** `https://acme.whereby.com`; empty if the text is not a room URL. */
  readonly origin: string;
  /** The organisation's subdomain, `acme`; empty if the host has none. */
  readonly subdomain: string;
  /** With its leading slash and without one at its end, as the REST API and webhooks write it: `/demo`. */
  readonly roomName: string;
  /** Whether the URL carries the key of a role. The key itself is never returned. */
  readonly hasRoomKey: boolean;
  /** The parameters with valid values. */
  readonly params: NormalRoomParams;
  /**
   * Keys that are neither parameters nor reserved, decoded. A repeated key keeps its first value. A key or value that
   * may be a secret, such as a token, is left out.
   */
  readonly unknown: Readonly<Record<string, string>>;
  /** Everything that could not be read, or does not do what it looks like. */
  readonly issues: readonly Issue[];
}

/**
 * Reads the parameters of a room URL. It never throws: what it cannot read, and what was repaired, is in `issues`.
 */
export function parseRoomUrl(url: string | URL): ParsedRoomUrl {
  const address = readRoomAddress(url);
  const issues: Issue[] = [...(address?.issues ?? [])];
  const params = new Map<string, unknown>();
  const unknown = new Map<string, string>();
  const seen = new Set<string>();

  if (!address)
    issues.push({
      code: 'ROOM_INVALID',
      severity: 'error',
      param: '',
      message: 'The text is not a whole room URL such as https://acme.whereby.com/demo',
    });
  for (const pair of address?.pairs ?? []) {
    const [key, text] = decodePair(pair);
    const name = findParamName(key) ?? key;
    const kind = findKind(name);
    const isSecret = !kind && !isReservedKey(key) && (mayHoldSecret(key) || mayHoldSecret(text));
    if (seen.has(key)) {
      const shown = isSecret ? '' : name;
      addIssue(issues, 'DUPLICATE_PARAM', shown, 'is in the URL more than once: the first counts', 'warning');
    } else if (kind) {
      const value = kind.parse(text);
      const problem = kind.check(value);
      if (problem !== true) addIssue(issues, 'INVALID_VALUE', name, problem);
      else if (!params.has(name)) params.set(name, value);
    } else if (!isReservedKey(key) && !isSecret) {
      unknown.set(key, text);
    }
    seen.add(key);
  }

  return {
    origin: address?.url.origin ?? '',
    subdomain: address ? readSubdomain(address.url) : '',
    roomName: address?.url.pathname ?? '',
    hasRoomKey: seen.has('roomKey'),
    params: Object.fromEntries(params) as NormalRoomParams,
    unknown: Object.fromEntries(unknown),
    issues,
  };
}
