/** A room address without its `roomKey`: a key is a secret, and has no place in a link, a picture or a piece of code. */
export function withoutKey(address: string): string {
  const [before = '', ...hash] = address.split('#');
  const [path = '', ...query] = before.split('?');
  const kept = query
    .join('?')
    .split(/[&?]/)
    .filter((pair) => pair && [...new URLSearchParams(pair).keys()][0] !== 'roomKey');
  return path + (kept.length ? `?${kept.join('&')}` : '') + (hash.length ? `#${hash.join('#')}` : '');
}
