import { decodeEntities } from './decodeEntities.js';

/** A mistake that addresses get on their way through mail, chats, HTML and hands. */
interface Repair {
  /** What was wrong, to follow "The room URL was repaired: it had". */
  readonly what: string;
  /** Returns the address as it is if nothing is wrong. Takes linear time, however long the text is. */
  fix(text: string): string;
}

const blank = /[\s\p{Z}\p{Cc}\p{Cf}]/u;
// Brackets and quotation marks of all scripts.
const opening = /^["'`*<\p{Ps}\p{Pi}\p{Pf}]+/u;
const closing = /["'`*>\p{Ps}\p{Pe}\p{Pi}\p{Pf}.,;:!?…。，、；：！？｡､،؛؟۔।]/u;

/** In this order: what is around the address first, then what is in it. `docs/room-urls.md` has an example of each. */
const repairs: readonly Repair[] = [
  { what: '&amp; for &, or other characters as HTML has them', fix: decodeEntities },
  { what: 'white space around it', fix: (text) => trimEnd(text.replace(/^[\s\p{Z}\p{Cc}\p{Cf}]+/u, ''), blank) },
  // Browsers drop tabs and line ends, also from the middle of a name. A wrapped line of a mail is indented.
  { what: 'line ends in it', fix: (text) => text.replace(/[\t\n\r]\s*/g, '') },
  {
    what: 'invisible characters in it',
    // Behind the room, not the joiners and marks that names of some scripts need.
    fix: (text) =>
      text
        .replace(/[\u00ad\u200b\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g, '')
        .replace(/^[^?#]+/, (place) => place.replace(/[\u200e\u200f\u061c]/g, '')),
  },
  {
    what: 'quotation marks or brackets around it',
    // Slack writes the words of a link behind a bar: <https://acme.whereby.com/demo|Join>.
    fix: (text) =>
      opening.test(text) ? trimEnd(text.replace(/^(<[^|]*)\|[^]*/, '$1').replace(opening, ''), closing) : text,
  },
  // Markdown escapes what else would be bold or a list. Browsers take the others for slashes.
  { what: 'backslashes in it', fix: (text) => text.replace(/\\(?=[_~*.-])/g, '') },
  // Pasted behind what a field begins with.
  { what: 'https:// twice', fix: (text) => text.replace(/^(?:https?:\/\/)+(?=https?:\/\/)/i, '') },
  {
    what: 'no https:// at its start',
    fix: (text) => text.replace(/^(?:\/\/)?(?=[\w-]+(?:\.[\w-]+)+(?::\d+)?\/)/, 'https://'),
  },
  {
    what: 'http:// for https://',
    fix: (text) => text.replace(/^http:(\/\/(?:[^/?#]+\.)?whereby\.com)(?::80)?(?=[/?#]|$)/i, 'https:$1'),
  },
  {
    what: 'a query that begins with &, ; or a second ?',
    // The last group is what follows: where nothing does, there is no query.
    fix: (text) =>
      text.replace(
        /^([^?#&;]+)(?!\?(?:[^?&;]|$))[?&;]+([^]?)/,
        (_, place: string, next: string) => `${place}${next && next !== '#' ? '?' : ''}${next}`,
      ),
  },
  { what: 'punctuation at its end', fix: trimPunctuation },
];

/** The text without the characters at its end that fit. A pattern with `+$` would take quadratic time. */
function trimEnd(text: string, unwanted: RegExp): string {
  let end = text.length;
  while (end > 0 && unwanted.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** The end of a sentence is no part of a room's name, a key, or on and off, but it may be part of any other text. */
function trimPunctuation(text: string): string {
  const trimmed = trimEnd(text, closing);
  return !/[?#]/.test(text) || /[?&](?:roomKey=[^&#]*|[^=&#]*|[^=&#]*=(?:on|off))$/.test(trimmed) ? trimmed : text;
}

/** Repairs an address as far as there is no doubt what was meant. Returns what was wrong with it as well. */
export function repairAddress(given: string): { readonly text: string; readonly repaired: string[] } {
  const repaired: string[] = [];
  let text = given;
  for (const { what, fix } of repairs) {
    const fixed = fix(text);
    if (fixed !== text) repaired.push(what);
    text = fixed;
  }
  return { text, repaired };
}
