import type { Issue } from '../errors.js';
import { kindOf, ownerOf, reserved } from './names.js';
import { decodePart, keyOf } from './query.js';
import { readRoomAddress, subdomainOf } from './roomAddress.js';
import type { NormalRoomParams } from './types.js';
import { invalid } from './writeParams.js';

export interface ParsedRoomUrl {
  /** `https://acme.whereby.com`; empty where the text is no address. */
  readonly origin: string;
  /** `acme`; empty where the host has no organisation's label. */
  readonly subdomain: string;
  /** With its leading slash, as the REST API and webhooks write it: `/demo`. */
  readonly roomName: string;
  /** Whether the address carries a role's key. The key itself is never answered. */
  readonly hasRoomKey: boolean;
  readonly params: NormalRoomParams;
  /** Keys that are neither parameters nor reserved, decoded. Of a repeated key the first. */
  readonly unknown: Readonly<Record<string, string>>;
  readonly issues: readonly Issue[];
}

/**
 * Reads a room address back into parameters. Never throws on a string: what it cannot read is in
 * `unknown` and `issues`.
 */
export function parseRoomUrl(url: string): ParsedRoomUrl {
  const issues: Issue[] = [];
  const params: Record<string, unknown> = {};
  const unknown = new Map<string, string>();
  const address = readRoomAddress(url);
  const seen = new Set<string>();
  if (!address)
    issues.push({
      code: 'ROOM_INVALID',
      severity: 'error',
      param: '',
      message: 'the text is not a whole room address such as https://acme.whereby.com/demo',
    });

  for (const pair of address?.pairs ?? []) {
    const key = keyOf(pair);
    const raw = pair.includes('=') ? pair.slice(pair.indexOf('=') + 1) : '';
    const owner = ownerOf.get(key);
    const isReserved = !owner && reserved.includes(key);
    if (pair.includes('?')) issues.push(invalid('SECOND_QUESTION_MARK', owner ?? key, secondQuestionMark));
    if (seen.has(key))
      issues.push(invalid('DUPLICATE_PARAM', owner ?? key, 'is in the address more than once; the first counts'));
    else if (owner) readParam(params, owner, decodePart(raw), issues);
    else if (!isReserved) unknown.set(key, decodePart(raw));
    seen.add(key);
  }
  return {
    origin: address?.url.origin ?? '',
    subdomain: subdomainOf(address?.url.hostname ?? ''),
    roomName: address?.url.pathname ?? '',
    hasRoomKey: seen.has('roomKey'),
    params: params as NormalRoomParams,
    unknown: Object.fromEntries(unknown),
    issues,
  };
}

const secondQuestionMark =
  'has a second "?" in it: parameters appended with "?" to an address that already has a query corrupt it. Join them with "&", or use buildRoomUrl';

function readParam(params: Record<string, unknown>, name: string, text: string, issues: Issue[]): void {
  const kind = kindOf(name)!;
  const value = kind.read(text);
  const problem = kind.problem(value);
  if (name in params) return;
  if (problem) issues.push(invalid('INVALID_VALUE', name, problem));
  else params[name] = value;
}
