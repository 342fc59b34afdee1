import type { Language } from '../../shared/api.js';
import { de } from './de.js';
import { en } from './en.js';
import type { Texts } from './en.js';

/** The texts of each language. */
export const texts: Readonly<Record<Language, Texts>> = { en, de };
