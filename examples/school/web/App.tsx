import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import type { LinkProblem, Person } from '../shared/api.js';
import { useApi } from './client/useApi.js';
import { PersonContext } from './client/usePerson.js';
import { OfficeApp } from './office/OfficeApp.js';
import { ParticipantApp } from './lesson/ParticipantApp.js';
import { LinkProblemPage } from './parts/LinkProblemPage.js';
import { Loading } from './parts/Loading.js';
import { SignInPage } from './parts/SignInPage.js';
import { TextsContext } from './texts/useTexts.js';
import { texts } from './texts/texts.js';
import { toLanguage } from './texts/toLanguage.js';

/** Who is here decides which pages there are, and in which language. */
export function App() {
  const { data: person, error } = useApi<Person>('/api/me');
  const problem = useSearchParams()[0].get('problem');
  const language = person?.language ?? toLanguage(navigator.language);

  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  return (
    <TextsContext value={texts[language]}>
      {isLinkProblem(problem) && (person ?? error) ? (
        <LinkProblemPage problem={problem} person={person} />
      ) : person ? (
        <PersonContext value={person}>{person.role === 'office' ? <OfficeApp /> : <ParticipantApp />}</PersonContext>
      ) : error ? (
        <SignInPage error={error} />
      ) : (
        <Loading />
      )}
    </TextsContext>
  );
}

const isLinkProblem = (text: string | null): text is LinkProblem =>
  text === 'unknown' || text === 'used' || text === 'signed-in';
