/** One `key=value` of a URL, or the part before them (`key` is empty then). */
export interface UrlPart {
  readonly key: string;
  /** As it is written in the URL, with the character before it. */
  readonly text: string;
  /** Compared with the URL before: new, with another value, no longer there, or as it was. */
  readonly change: 'added' | 'changed' | 'removed' | 'same';
}

const split = (url: string): { base: string; pairs: string[] } => {
  const [before = ''] = url.split('#', 1);
  const [base = '', ...query] = before.split('?');
  return { base, pairs: query.join('?').split('&').filter(Boolean) };
};

const keyOf = (pair: string): string => pair.split('=', 1)[0] ?? '';

/** A URL parameter by parameter, with what differs from the one before. What has gone comes last. */
export function urlParts(url: string, before = url): UrlPart[] {
  const now = split(url);
  const then = split(before);
  const was = new Map(then.pairs.map((pair) => [keyOf(pair), pair]));
  const keys = new Set(now.pairs.map(keyOf));
  return [
    { key: '', text: now.base, change: now.base === then.base ? 'same' : 'changed' },
    ...now.pairs.map((pair, index): UrlPart => {
      const old = was.get(keyOf(pair));
      const change = old === undefined ? 'added' : old === pair ? 'same' : 'changed';
      return { key: keyOf(pair), text: (index ? '&' : '?') + pair, change };
    }),
    ...then.pairs
      .filter((pair) => !keys.has(keyOf(pair)))
      .map((pair): UrlPart => ({ key: keyOf(pair), text: pair, change: 'removed' })),
  ];
}
