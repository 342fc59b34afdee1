import { convertValue } from '../params/convertValue.js';
import { findKind } from '../params/findKind.js';
import { findParamName } from '../params/findParamName.js';
import { isReservedKey } from '../params/isReservedKey.js';
import { parseRoomUrl } from '../params/parseRoomUrl.js';
import { printProp } from '../params/printProp.js';
import type { ParamName } from '../params/types.js';
import { printAttributeValue } from './printAttributeValue.js';
import { joinTexts } from './readParts.js';
import type { Part } from './readParts.js';
import type { TsMorph } from './types.js';

/** An address as the component takes it. */
export interface AddressProps {
  /** The prop `room`, and one for each parameter. */
  readonly props: readonly string[];
  /** The parameters that are props now. */
  readonly names: readonly string[];
  /** What a reader should know of what has changed. */
  readonly words: readonly string[];
}

interface Pair {
  readonly key: string;
  readonly value: readonly Part[];
}

/** The parts before the first `?`, and those after it. What code put before a `&` has its `?` already. */
function splitAtQuery(parts: readonly Part[]): [path: Part[], query: Part[]] {
  const startOfQuery = typeof parts[0] === 'string' ? /[?]/ : /[?&]/;
  const at = parts.findIndex((part) => typeof part === 'string' && startOfQuery.test(part));
  const text = parts[at];
  if (typeof text !== 'string') return [[...parts], []];
  const mark = text.search(startOfQuery);
  return [
    joinTexts([...parts.slice(0, at), text.slice(0, mark)]),
    joinTexts([text.slice(mark + 1), ...parts.slice(at + 1)]),
  ];
}

/** The pairs of a query; `undefined` if code decides which keys there are. */
function splitPairs(query: readonly Part[]): Pair[] | undefined {
  const pairs: Part[][] = [[]];
  for (const part of query) {
    if (typeof part !== 'string') pairs.at(-1)?.push(part);
    else {
      // People add parameters with a second question mark.
      const [first = '', ...others] = part.split(/[&?]/);
      pairs.at(-1)?.push(first);
      for (const text of others) pairs.push([text]);
    }
  }
  const read: Pair[] = [];
  for (const pair of pairs.map(joinTexts)) {
    const [start, ...rest] = pair;
    if (start === undefined) continue;
    if (typeof start !== 'string' || start.includes('#')) return undefined;
    const [key = '', ...value] = start.split('=');
    if (!start.includes('=') && rest.length > 0) return undefined;
    read.push({ key, value: joinTexts([value.join('='), ...rest]) });
  }
  return read;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

/** `encodeURIComponent(name)` is `name` as a prop. */
function withoutEncoding({ Node: is }: TsMorph, part: Part): Part {
  if (typeof part === 'string') return decode(part);
  if (!is.isCallExpression(part) || !/^encodeURI(?:Component)?$/.test(part.getExpression().getText())) return part;
  const [argument] = part.getArguments();
  return is.isExpression(argument) ? argument : part;
}

/** The prop of a parameter with a written value; `undefined` if the room does not read that value either. */
function readLiteral(name: ParamName, text: string): string | undefined {
  const parsed: unknown = parseRoomUrl(`https://acme.whereby.com/demo?${name}=${text}`).params[name];
  if (parsed !== undefined) return printProp(name, parsed);
  const kind = findKind(name);
  const converted = kind && convertValue(kind, decode(text));
  return kind?.check(converted) === true ? printProp(name, converted) : undefined;
}

/** Whether a prop takes what an address is made of: any text, or the `on` and `off` of a toggle. */
const takesText = (name: ParamName): boolean => ['text', 'url', 'toggle'].includes(findKind(name)?.kind ?? '');

/**
 * Reads the address of a room out of code into props. Parameters whose names code decides stay in the URL, which the
 * component takes too; so do keys of roles and keys that are no parameters.
 */
export function readAddress(morph: TsMorph, parts: readonly Part[]): AddressProps {
  const [path, query] = splitAtQuery(parts);
  const pairs = splitPairs(query);
  if (!pairs)
    return {
      props: [`room${printAttributeValue(parts)}`],
      names: [],
      words: ['The parameters stay in the URL: code decides which there are.'],
    };
  const kept: Pair[] = [];
  const props: string[] = [];
  const names: string[] = [];
  const words: string[] = [];
  for (const pair of pairs) {
    const name = findParamName(pair.key);
    if (!name) {
      if (pair.key === 'roomKey' || !isReservedKey(pair.key)) kept.push(pair);
      else words.push(`${pair.key} is gone: the component adds it.`);
      continue;
    }
    if (names.includes(name)) {
      words.push(`The second ${name} is gone: the first counted.`);
      continue;
    }
    const isWritten = pair.value.every((part) => typeof part === 'string');
    if (!isWritten && !takesText(name)) {
      kept.push(pair);
      words.push(`${name} stays in the URL: code makes a text of it, and the prop takes another type.`);
      continue;
    }
    const prop = isWritten
      ? readLiteral(name, pair.value.join(''))
      : name + printAttributeValue(pair.value.map((part) => withoutEncoding(morph, part)));
    if (prop === undefined) words.push(`${pair.key}=${pair.value.join('')} is gone: the room did not read it.`);
    else {
      props.push(prop);
      names.push(name);
    }
  }
  const room = joinTexts([
    ...path,
    ...kept.flatMap(({ key, value }, index): Part[] => [
      `${index === 0 ? '?' : '&'}${key}${value.length > 0 ? '=' : ''}`,
      ...value,
    ]),
  ]);
  return { props: [`room${printAttributeValue(room)}`, ...props], names, words };
}
