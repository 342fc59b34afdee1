import type { Kind } from './Kind.js';

/**
 * On or off: `?chat=on`, `?chat=off`. If it is omitted, the room decides.
 * @takes `true`, `false`, `"on"` or `"off"`
 * @brief on, off
 *
 * The type of its values has no name, so that an editor shows the values where one is wrong.
 */
export const toggle: Kind<boolean | 'on' | 'off', boolean> = {
  kind: 'toggle',
  parse: readSwitch,
  // Not in `parse`: the room reads nothing but the two words.
  convert: (text) =>
    readSwitch(
      text
        .toLowerCase()
        .replace(/^(true|1|yes)$/, 'on')
        .replace(/^(false|0|no)$/, 'off'),
    ),
  serialize: (value) => (readSwitch(value) ? 'on' : 'off'),
  check: (value) => typeof readSwitch(value) === 'boolean' || 'takes on or off',
};

/** A boolean for the two words; anything else as it is. */
function readSwitch(value: unknown): unknown {
  if (value === 'on') return true;
  if (value === 'off') return false;
  return value;
}
