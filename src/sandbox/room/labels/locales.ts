import type { WherebyLanguage } from '../../../params/types.js';

/** Each language's own name, and its BCP 47 tag. */
export const locales: Readonly<Record<WherebyLanguage, { readonly name: string; readonly tag: string }>> = {
  cs: { name: 'Čeština', tag: 'cs' },
  da: { name: 'Dansk', tag: 'da' },
  de: { name: 'Deutsch', tag: 'de' },
  el: { name: 'Ελληνικά', tag: 'el' },
  en: { name: 'English', tag: 'en' },
  es: { name: 'Español', tag: 'es' },
  fr: { name: 'Français', tag: 'fr' },
  hi: { name: 'हिन्दी', tag: 'hi' },
  hu: { name: 'Magyar', tag: 'hu' },
  it: { name: 'Italiano', tag: 'it' },
  jp: { name: '日本語', tag: 'ja' },
  nb: { name: 'Norsk bokmål', tag: 'nb' },
  nl: { name: 'Nederlands', tag: 'nl' },
  pl: { name: 'Polski', tag: 'pl' },
  pt: { name: 'Português', tag: 'pt' },
  sv: { name: 'Svenska', tag: 'sv' },
  uk: { name: 'Українська', tag: 'uk' },
  'zh-hant': { name: '繁體中文', tag: 'zh-Hant' },
};

export const isLanguage = (code: string): code is WherebyLanguage => Object.hasOwn(locales, code);
