import { en } from './en.js';
import type { Labels } from './en.js';
import type { RoomLanguage } from './locales.js';

type Loader = () => Promise<Labels>;

/** Loads the labels of a language when they are first shown. */
const loaders: Readonly<Record<RoomLanguage, Loader>> = {
  ar: async () => (await import('./ar.js')).ar,
  cs: async () => (await import('./cs.js')).cs,
  da: async () => (await import('./da.js')).da,
  de: async () => (await import('./de.js')).de,
  el: async () => (await import('./el.js')).el,
  en: () => Promise.resolve(en),
  es: async () => (await import('./es.js')).es,
  fr: async () => (await import('./fr.js')).fr,
  hi: async () => (await import('./hi.js')).hi,
  hu: async () => (await import('./hu.js')).hu,
  it: async () => (await import('./it.js')).it,
  jp: async () => (await import('./jp.js')).jp,
  nb: async () => (await import('./nb.js')).nb,
  nl: async () => (await import('./nl.js')).nl,
  pl: async () => (await import('./pl.js')).pl,
  pt: async () => (await import('./pt.js')).pt,
  sv: async () => (await import('./sv.js')).sv,
  uk: async () => (await import('./uk.js')).uk,
  'zh-hant': async () => (await import('./zhHant.js')).zhHant,
};

export const loadLabels = (language: RoomLanguage): Promise<Labels> => loaders[language]();
