import { useEffect } from 'react';
import type { Person } from '../shared/api.js';
import { useApi } from './client/useApi.js';
import { PersonContext } from './client/usePerson.js';
import { OfficeApp } from './office/OfficeApp.js';
import { ParticipantApp } from './lesson/ParticipantApp.js';
import { Loading } from './parts/Loading.js';
import { SignInPage } from './parts/SignInPage.js';
import { TextsContext } from './texts/useTexts.js';
import { texts } from './texts/texts.js';
import { toLanguage } from './texts/toLanguage.js';

/** Who is here decides which pages there are, and in which language. */
export function App() {
  const { data: person, error } = useApi<Person>('/api/me');
  const language = person?.language ?? toLanguage(navigator.language);

  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  return (
    <TextsContext value={texts[language]}>
      {person ? (
        <PersonContext value={person}>{person.role === 'office' ? <OfficeApp /> : <ParticipantApp />}</PersonContext>
      ) : error ? (
        <SignInPage error={error} />
      ) : (
        <Loading />
      )}
    </TextsContext>
  );
}
