import { isApple } from './isApple.js';

/** A shortcut such as `Ctrl+Shift+Z` as this computer's keyboards name it. */
export const printKeys = (keys: string): string =>
  isApple() ? keys.replace('Ctrl+Shift+', '⇧⌘').replace('Ctrl+', '⌘') : keys;
