import type { Language } from '../../shared/api.js';

/** The language of the pages for a locale such as `de-AT`. */
export const toLanguage = (locale: string): Language => (locale.toLowerCase().startsWith('de') ? 'de' : 'en');
