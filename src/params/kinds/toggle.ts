import type { Kind } from './Kind.js';

/** What an app passes for a parameter that is on or off. */
export type Toggle = boolean | 'on' | 'off';

/**
 * On or off: `?chat=on`, `?chat=off`. If it is omitted, the room decides.
 * @takes `true`, `false`, `"on"` or `"off"`
 * @brief on, off
 */
export const toggle: Kind<Toggle, boolean> = {
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
