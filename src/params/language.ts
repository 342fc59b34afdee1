import { params } from './registry.js';
import type { WherebyLanguage } from './types.js';

/** Languages for which the room has a code of its own. */
const roomCodes: Readonly<Record<string, string>> = { ja: 'jp', no: 'nb', nn: 'nb' };

const isRoomLanguage = (code: string): code is WherebyLanguage => params.lang.check(code) === true;

function findLanguage(locale: string): WherebyLanguage | undefined {
  let code = locale;
  try {
    const { language, script } = new Intl.Locale(locale.replaceAll('_', '-')).maximize();
    if (language === 'zh') code = script === 'Hant' ? 'zh-hant' : '';
    else code = roomCodes[language] ?? language;
  } catch {
    // Any text may come in, and not every engine accepts the room's own codes as locales.
  }
  return isRoomLanguage(code) ? code : undefined;
}

/**
 * The room's language code for a locale such as `pt-BR`, or for the first locale of a list such as
 * `navigator.languages` that the room speaks. `undefined` if it speaks none; the room then follows the browser.
 */
export function toWherebyLanguage(locale: string | readonly string[]): WherebyLanguage | undefined {
  for (const one of typeof locale === 'string' ? [locale] : locale) {
    const language = findLanguage(one);
    if (language) return language;
  }
  return undefined;
}
