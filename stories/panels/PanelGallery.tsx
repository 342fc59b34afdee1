import { useState } from 'react';
import type { ReactNode } from 'react';
import { MeetingProvider, labelsAr, labelsDe, labelsEn, labelsEs, labelsFr, labelsNb } from 'react-whereby-embed';
import { Choice } from '../Choice.js';
import { optionsOf } from '../playground/optionsOf.js';
import { themes } from '../playground/state.js';
import type { Theme } from '../playground/state.js';
import { Segments } from '../Segments.js';
import { Sentence } from '../Sentence.js';
import './panels.css';

const languages = {
  en: { label: 'English', labels: labelsEn },
  de: { label: 'Deutsch', labels: labelsDe },
  es: { label: 'Español', labels: labelsEs },
  fr: { label: 'Français', labels: labelsFr },
  nb: { label: 'Norsk bokmål', labels: labelsNb },
  ar: { label: 'العربية', labels: labelsAr },
} as const;

export type PanelLanguage = keyof typeof languages;

const languageOptions = (Object.keys(languages) as PanelLanguage[]).map((value) => ({
  value,
  label: languages[value].label,
}));

const widths = { narrow: '200 px', usual: '320 px', wide: '640 px', full: 'Full' } as const;

export type PanelWidth = keyof typeof widths;

export interface PanelGalleryProps {
  readonly heading: string;
  /** What is shown, in a sentence or two. */
  readonly about: string;
  readonly panels: readonly { readonly name: string; readonly panel: ReactNode }[];
  readonly language?: PanelLanguage;
  readonly width?: PanelWidth;
}

/** Panels side by side, in every language, theme and width. */
export function PanelGallery({ heading, about, panels, ...start }: PanelGalleryProps) {
  const [language, setLanguage] = useState(start.language ?? 'en');
  const [width, setWidth] = useState(start.width ?? 'usual');
  const [theme, setTheme] = useState<Theme>('system');
  return (
    <main className="ui gallery" data-theme={theme === 'system' ? undefined : theme}>
      <header className="gallery-head">
        <h1>
          <Sentence text={heading} />
        </h1>
        <p>
          <Sentence text={about} />
        </p>
        <div className="gallery-tools">
          <Segments label="Width" value={width} options={optionsOf(widths)} onChange={setWidth} />
          <Choice label="Language" value={language} options={languageOptions} onChange={setLanguage} />
          <Choice label="Theme" value={theme} options={optionsOf(themes)} onChange={setTheme} />
        </div>
      </header>
      <MeetingProvider labels={languages[language].labels}>
        <div className="gallery-grid" data-width={width}>
          {panels.map(({ name, panel }) => (
            <figure key={name}>
              <div className="gallery-box" lang={language} dir={language === 'ar' ? 'rtl' : 'ltr'}>
                {panel}
              </div>
              <figcaption>{name}</figcaption>
            </figure>
          ))}
        </div>
      </MeetingProvider>
    </main>
  );
}
