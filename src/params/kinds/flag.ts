import type { Kind } from './Kind.js';

/**
 * A bare key when it is set, absent otherwise: `?minimal`.
 * @takes `true` or `false`; in the URL a bare key
 * @brief set
 */
export const flag: Kind<boolean> = {
  kind: 'flag',
  // The official element writes whatever its attribute holds, such as `embed=true`.
  parse(text) {
    if (/^(on|true|1)?$/.test(text)) return true;
    if (/^(off|false|0)$/.test(text)) return false;
    return text;
  },
  convert: (text) => flag.parse(text.toLowerCase()),
  serialize: (value) => value,
  check: (value) => typeof value === 'boolean' || 'takes true or false',
};
