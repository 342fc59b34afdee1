import type { Issue } from '../errors/WherebyError.js';
import { kindOf, paramNames, reserved } from './names.js';
import { keyOf } from './query.js';
import { readRoomAddress, subdomainOf } from './roomAddress.js';
import type { NormalRoomParams } from './types.js';
import { issueOf } from './writeParams.js';

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

/** Which parameter a query key belongs to, its other names included. */
const ownerOf = /* @__PURE__ */ new Map(
  paramNames.flatMap((name) => [name, kindOf(name)?.alias].map((key) => [key, name] as const)),
);

const decode = (raw: string): string => new URLSearchParams(`v=${raw}`).get('v') ?? '';

/** The value a text stands for; a text that is none of this kind comes back as it is, and its check fails. */
function read(kind: string, text: string): unknown {
  if (kind === 'list') return text ? text.split(',') : [];
  if (kind === 'toggle') return text === 'on' || (text === 'off' ? false : text);
  // The official element writes the attribute's value, whatever it is: embed=true, embed=on.
  if (kind === 'flag') return /^(|on|true|1)$/.test(text) || (/^(off|false|0)$/.test(text) ? false : text);
  return text;
}

/**
 * Reads a room address back into parameters. Never throws on a string: what it cannot read is in
 * `unknown` and `issues`.
 */
export function parseRoomUrl(url: string): ParsedRoomUrl {
  const issues: Issue[] = [];
  const params = new Map<string, unknown>();
  const unknown = new Map<string, string>();
  const seen = new Set<string>();
  const address = readRoomAddress(url);
  if (!address)
    issues.push(issueOf('ROOM_INVALID', '', 'The text is no whole address such as https://acme.whereby.com/demo'));

  for (const pair of address?.pairs ?? []) {
    const key = keyOf(pair);
    const text = decode(pair.slice(key.length && pair.includes('=') ? pair.indexOf('=') + 1 : pair.length));
    const name = ownerOf.get(key);
    if (pair.includes('?'))
      issues.push(
        issueOf(
          'SECOND_QUESTION_MARK',
          name ?? key,
          'has a second "?" in it: join parameters to an address that already has a query with "&", or use buildRoomUrl',
        ),
      );
    if (seen.has(key))
      issues.push(issueOf('DUPLICATE_PARAM', name ?? key, 'is in the address more than once: the first counts'));
    else if (name) {
      const kind = kindOf(name)!;
      const value = read(kind.kind, text);
      const problem = kind.check(value);
      if (problem !== true) issues.push(issueOf('INVALID_VALUE', name, problem));
      else if (!params.has(name)) params.set(name, value);
    } else if (!reserved.includes(key)) unknown.set(key, text);
    seen.add(key);
  }
  return {
    origin: address?.url.origin ?? '',
    subdomain: address ? subdomainOf(address.url) : '',
    roomName: address?.url.pathname ?? '',
    hasRoomKey: seen.has('roomKey'),
    params: Object.fromEntries(params) as NormalRoomParams,
    unknown: Object.fromEntries(unknown),
    issues,
  };
}
