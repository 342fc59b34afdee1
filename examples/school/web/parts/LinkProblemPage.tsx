import type { LinkProblem, Person } from '../../shared/api.js';
import { useTexts } from '../texts/useTexts.js';
import { PlainPage } from './PlainPage.js';

interface LinkProblemPageProps {
  readonly problem: LinkProblem;
  /** Who is signed in, if somebody is. */
  readonly person: Person | undefined;
}

/** For whoever has come by a link that the school's server refused. */
export function LinkProblemPage({ problem, person }: LinkProblemPageProps) {
  const { linkProblems, signOut, notFound } = useTexts();
  const { title, help } = linkProblems[problem];
  return (
    <PlainPage icon="door" title={title}>
      <p>{help(person?.name ?? '')}</p>
      {person && (
        <div className="card-actions">
          <a className="button button-main" href="/">
            {notFound.back}
          </a>
          <a className="button" href="/leave">
            {signOut}
          </a>
        </div>
      )}
    </PlainPage>
  );
}
