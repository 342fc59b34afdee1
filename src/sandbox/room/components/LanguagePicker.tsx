import { isLanguage, locales } from '../labels/locales.js';
import { useRoom } from './RoomContext.js';

const languages = Object.keys(locales).filter(isLanguage);

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
          <option key={language} value={language}>
            {locales[language].name}
          </option>
        ))}
      </select>
    </label>
  );
}
