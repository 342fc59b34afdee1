import { text } from './text.js';
import type { Kind } from './Kind.js';

/**
 * The URL of something else, by default over http or https. Empty text removes the parameter.
 * @takes a URL
 * @brief URL
 */
export const url = (pattern = /^(https?:\/\/\S+)?$/, hint = 'takes an http or https URL'): Kind<string> =>
  text(pattern, hint, 'url');
