import type { Issue } from '../errors/WherebyError.js';
import { WherebyError } from '../errors/WherebyError.js';
import { decodePair } from './decodePair.js';
import { describeIssue } from './describeIssue.js';
import { findAddresses } from './findAddresses.js';
import { findKind } from './findKind.js';
import { findParamName } from './findParamName.js';
import { isReservedKey } from './isReservedKey.js';
import { mayHoldRoomKey } from './mayHoldRoomKey.js';
import { mayHoldSecret } from './mayHoldSecret.js';
import { paramNames } from './paramNames.js';
import { parseRoomUrl } from './parseRoomUrl.js';
import { checkParams } from './checkParams.js';
import { checkRoom } from './roomHosts.js';
import { readRoomAddress, stripQuery } from './roomAddress.js';
import type { NormalRoomParams, ParamName } from './types.js';

/** One problem of an address, in words for people who have not written the code around it. */
export interface AddressProblem {
  /** The code of the issue, or of the error that the component would report. */
  readonly code: string;
  readonly severity: Issue['severity'];
  /** The parameter it is about; empty for the address as a whole. */
  readonly param: string;
  readonly message: string;
  /** What to do about it. */
  readonly cure: string;
}

export interface ExplainedParam {
  readonly name: ParamName;
  /** As the URL writes it; empty for a key without a value. */
  readonly text: string;
}

export interface ExplainedAddress {
  /**
   * The first address in the text with what it says, byte for byte, but without its key and without whatever may be a
   * secret; empty if there is none.
   */
  readonly address: string;
  readonly host: string;
  /** The room's name, without slashes around it. */
  readonly room: string;
  /** Whether the address carries the key of a host or a viewer. Without one everybody enters as a visitor. */
  readonly hasRoomKey: boolean;
  readonly params: NormalRoomParams;
  /** The same, one by one, in the order of the registry. */
  readonly entries: readonly ExplainedParam[];
  /** Keys that are neither parameters nor reserved. */
  readonly unknown: Readonly<Record<string, string>>;
  /** Everything that is wrong. Without an error a frame may load the address. */
  readonly problems: readonly AddressProblem[];
}

/** Longer texts are not looked through: an address has at most a few thousand characters. */
export const LONGEST_TEXT = 10_000;

const nothing = { address: '', host: '', room: '', hasRoomKey: false, params: {}, entries: [], unknown: {} } as const;

const problemOf = (code: string, message: string, cure: string, severity: Issue['severity'] = 'error') => ({
  code,
  severity,
  param: '',
  message,
  cure,
});

const example = 'Copy the whole address of a room, such as https://acme.whereby.com/demo.';

/** What may be seen of a query: parameters, and what is unknown but no secret. */
function writeQuery(pairs: readonly string[]): string {
  const shown = pairs.filter((pair) => {
    const [key, text] = decodePair(pair);
    const name = findParamName(key);
    const kind = name && findKind(name);
    // A value that no parameter takes can be a piece of the query around it.
    if (kind) return kind.check(kind.parse(text)) === true ? !mayHoldRoomKey(text) : !mayHoldSecret(text);
    return key !== '' && !isReservedKey(key) && !mayHoldSecret(key) && !mayHoldSecret(text);
  });
  return shown.length ? `?${shown.join('&')}` : '';
}

/** Why a frame would refuse the room, in plain words. */
function findRefusal(address: string, allowedHosts: readonly string[]): AddressProblem | undefined {
  try {
    checkRoom(address, allowedHosts);
    return undefined;
  } catch (error) {
    const code = error instanceof WherebyError ? error.code : 'ROOM_INVALID';
    const host = readRoomAddress(address)?.url.host ?? '';
    return code === 'ROOM_HOST_REFUSED'
      ? problemOf(
          code,
          `${host} is not the host of a Whereby organisation.`,
          'Use an address like https://acme.whereby.com/demo. If the host is your own, an app allows it in allowedHosts.',
        )
      : problemOf(code, 'The address names no room.', example);
  }
}

/**
 * Reads the room address in any text: a mail, a chat message, a piece of code. Returns its host, room, parameters, and
 * what is wrong with it, each with a cure. Never throws, runs nothing, and never returns a `roomKey`.
 */
export function explainAddress(text: string, allowedHosts: readonly string[] = []): ExplainedAddress {
  if (text.length > LONGEST_TEXT) {
    const message = `The text has ${text.length.toLocaleString('en')} characters, more than any address.`;
    return { ...nothing, problems: [problemOf('ROOM_INVALID', message, 'Paste the address alone.')] };
  }
  const [found, ...others] = findAddresses(text);
  if (!found)
    return {
      ...nothing,
      problems: [
        text.trim()
          ? problemOf('ROOM_INVALID', 'There is no address of a room in this text.', example)
          : problemOf('ROOM_MISSING', 'There is no text.', example),
      ],
    };

  const parsed = parseRoomUrl(found);
  const { unknown, hasRoomKey } = parsed;
  const place = readRoomAddress(found);
  const namesWithKey = (place?.pairs ?? []).flatMap((pair) => {
    const [key, text] = decodePair(pair);
    const name = findParamName(key);
    return name && mayHoldRoomKey(text) ? [name] : [];
  });
  const params: NormalRoomParams = Object.fromEntries(
    Object.entries(parsed.params).filter(([name]) => !namesWithKey.includes(name as ParamName)),
  );
  const plain = place ? stripQuery(place.url) : '';
  const issues = checkParams({}, { room: found });
  const refusal = findRefusal(found, allowedHosts);
  const problems = [
    ...(refusal ? [refusal] : []),
    ...(others.length > 0
      ? [
          problemOf(
            'ROOM_INVALID',
            `The text has ${others.length + 1} addresses. This is the first of them.`,
            'Paste one address to read another.',
            'warning',
          ),
        ]
      : []),
    ...issues.map(describeIssue),
    ...namesWithKey.map((name) => ({
      ...problemOf(
        'INVALID_VALUE',
        `${name} may hold the key of the room, which everybody in the meeting would see`,
        'Write "&" between the parameters as it is, not encoded.',
        'warning',
      ),
      param: name,
    })),
    ...Object.keys(unknown).map((key) =>
      describeIssue({
        code: 'UNKNOWN_PARAM',
        severity: 'warning',
        param: key,
        message: `${key} is no parameter of a room`,
      }),
    ),
  ];
  return {
    address: place ? plain + writeQuery(place.pairs) : '',
    host: place?.url.host ?? '',
    room: parsed.roomName.slice(1),
    hasRoomKey,
    params,
    entries: paramNames.flatMap((name) => {
      const value: unknown = params[name];
      if (value === undefined) return [];
      const written = findKind(name)?.serialize(value);
      return [{ name, text: typeof written === 'string' ? written : '' }];
    }),
    unknown,
    problems,
  };
}
