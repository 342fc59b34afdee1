/** A mistake that addresses get on their way through mail, chats, HTML and hands, and what it is read as. */
interface Repair {
  /** What was wrong, to follow "The room URL was repaired:". */
  readonly what: string;
  readonly find: RegExp;
  readonly put: string;
}

/**
 * In this order: what is around the address first, then what is in it. No pattern may take more than linear time: each is
 * looked for from one place only, which is what the look-behinds are for.
 */
const repairs: readonly Repair[] = [
  { what: 'white space around it', find: /^[\s\p{C}\p{Z}]+|(?<![\s\p{C}\p{Z}])[\s\p{C}\p{Z}]+$/gu, put: '' },
  // Browsers drop tabs and line ends, also from the middle of a name. A wrapped line of a mail is indented.
  { what: 'line ends in it', find: /[\t\n\r]\s*/g, put: '' },
  // Not the joiners and marks that names of some scripts need.
  {
    what: 'invisible characters in it',
    find: /[\u00ad\u200b\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g,
    put: '',
  },
  {
    what: 'quotation marks or brackets around it',
    find: /^["'`*<([{«»‹›“”„‘’‚]+(.*)(?<!["'`*>)\]}«»‹›“”„‘’‚.,;:!?…])["'`*>)\]}«»‹›“”„‘’‚.,;:!?…]*$/,
    put: '$1',
  },
  { what: '&amp; for &', find: /&(?:(?:amp|#0*38|#x0*26);)+/gi, put: '&' },
  { what: 'no https:// at its start', find: /^(?:\/\/)?(?=[\w-]+(?:\.[\w-]+)+(?::\d+)?\/)/, put: 'https://' },
  {
    what: 'http:// for https://',
    find: /^http:(\/\/(?:[^/?#]+\.)?whereby\.com)(?::80)?(?=[/?#]|$)/i,
    put: 'https:$1',
  },
  { what: 'a query that begins with & or ;', find: /^([^?#&;]+)[&;](?=[^#])/, put: '$1?' },
  { what: 'punctuation at its end', find: /^([^?#]*)(?<![)\]}>"'”’».,;:!…])[)\]}>"'”’».,;:!…]+$/, put: '$1' },
  {
    what: 'punctuation at its end',
    find: /([?&](?:roomKey=[^&#]*|[^=&#]*|[^=&#]*=(?:on|off)))(?<![)\]}>"'”’».,;:!?…])[)\]}>"'”’».,;:!?…]+$/,
    put: '$1',
  },
];

/** An address as the service writes it, with parameters that need no repair. Most are like this. */
const plainAddress = /^https:\/\/[a-z\d.:-]+\/[\w-]+(?:\?(?:[\w=.%~*+&-]*[\w=-])?)?$/;

/** Repairs an address as far as there is no doubt what was meant. Returns what was wrong with it as well. */
export function repairAddress(given: string): { readonly text: string; readonly repaired: string[] } {
  if (plainAddress.test(given)) return { text: given, repaired: [] };
  const repaired = new Set<string>();
  let text = given;
  for (const { what, find, put } of repairs) {
    const better = text.replace(find, put);
    if (better !== text) repaired.add(what);
    text = better;
  }
  return { text, repaired: [...repaired] };
}
