import { useEffect, useState } from 'react';
import { useTexts } from '../texts/useTexts.js';
import { Icon } from './Icon.js';

const themes = ['system', 'light', 'dark'] as const;
type Theme = (typeof themes)[number];

const readTheme = (): Theme => themes.find((theme) => theme === localStorage.getItem('theme')) ?? 'system';

/** Light, dark, or what the system says. `data-theme` on the document is what the tokens look at. */
export function ThemeChoice() {
  const t = useTexts();
  const [theme, setTheme] = useState(readTheme);

  useEffect(() => {
    localStorage.setItem('theme', theme);
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  }, [theme]);

  return (
    <label className="theme-choice">
      <Icon name="theme" />
      <select
        aria-label={t.theme.label}
        value={theme}
        onChange={({ target }) => setTheme(themes.find((one) => one === target.value) ?? 'system')}
      >
        {themes.map((one) => (
          <option key={one} value={one}>
            {t.theme[one]}
          </option>
        ))}
      </select>
    </label>
  );
}
