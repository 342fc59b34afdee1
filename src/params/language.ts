import { params } from './registry.js';
import type { WherebyLanguage } from './types.js';

/** Languages whose usual code is another than the room's. */
const renamed: Readonly<Record<string, WherebyLanguage>> = { ja: 'jp', no: 'nb', nn: 'nb' };

const one = (tag: string): WherebyLanguage | undefined => {
  try {
    const { language, script } = new Intl.Locale(tag.replaceAll('_', '-')).maximize();
    const code = language === 'zh' ? (script === 'Hant' ? 'zh-hant' : '') : (renamed[language] ?? language);
    return params.lang.values?.includes(code) ? (code as WherebyLanguage) : undefined;
  } catch {
    // The room's own codes are no locales in every engine, and any text may come in.
    return params.lang.values?.includes(tag) ? (tag as WherebyLanguage) : undefined;
  }
};

/**
 * The room's language for a locale such as `pt-BR`, or for the first of several that it speaks, such as
 * `navigator.languages`. `undefined` where it speaks none: the room then follows the browser.
 */
export function toWherebyLanguage(locale: string | readonly string[]): WherebyLanguage | undefined {
  for (const tag of typeof locale === 'string' ? [locale] : locale) {
    const found = one(tag);
    if (found) return found;
  }
  return undefined;
}
