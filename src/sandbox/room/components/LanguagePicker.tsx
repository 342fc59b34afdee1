import { params } from '../../../params/registry.js';
import { isLanguage, locales } from '../labels/locales.js';
import type { RoomLanguage } from '../labels/locales.js';
import { useRoom } from './RoomContext.js';

const languages = Object.keys(locales).filter(isLanguage);

function isOfService(language: RoomLanguage): boolean {
  return params.lang.check(language) === true;
}

export function LanguagePicker() {
  const { state, session, t } = useRoom();
  const choose = (language: string) => {
    if (isLanguage(language)) session.actions.setLanguage(language);
  };
  return (
    <label className="picker">
      <span>{t('language')}</span>
      <select value={state.language} onChange={(event) => choose(event.target.value)}>
        {languages.map((language) => (
          <option key={language} value={language} lang={locales[language].tag}>
            {locales[language].name}
            {isOfService(language) ? '' : ' (Sandbox)'}
          </option>
        ))}
      </select>
    </label>
  );
}
