import { params } from '../../../params/registry.js';
import type { WherebyLanguage } from '../../../params/types.js';
import { locales } from '../labels/locales.js';
import { useRoom } from './RoomContext.js';

export function LanguagePicker() {
  const { state, session, t } = useRoom();
  return (
    <label className="picker">
      <span>{t('language')}</span>
      <select
        value={state.language}
        onChange={(event) => session.actions.setLanguage(event.target.value as WherebyLanguage)}
      >
        {params.lang.values?.map((code) => (
          <option key={code} value={code}>
            {locales[code as WherebyLanguage].name}
          </option>
        ))}
      </select>
    </label>
  );
}
