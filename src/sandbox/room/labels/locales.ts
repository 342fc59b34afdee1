import type { WherebyLanguage } from '../../../params/types.js';

/** The languages of the service, and one that is written from right to left, so that it can be seen. */
export type RoomLanguage = WherebyLanguage | 'ar';

interface Locale {
  /** The language's own name. */
  readonly name: string;
  /** Its BCP 47 tag. */
  readonly tag: string;
  readonly direction?: 'rtl';
}

export const locales: Readonly<Record<RoomLanguage, Locale>> = {
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
  ar: { name: 'العربية', tag: 'ar', direction: 'rtl' },
};

export const isLanguage = (code: string): code is RoomLanguage => Object.hasOwn(locales, code);
