import { Link } from 'react-router';
import type { BoardLesson } from '../../shared/api.js';
import { PersonState } from '../parts/PersonState.js';
import { useTexts } from '../texts/useTexts.js';
import { useFormats } from '../time/useFormats.js';

/** One lesson of the board. */
export function BoardCard({ lesson: { id, title, startsAt, people } }: { readonly lesson: BoardLesson }) {
  const { office } = useTexts();
  const { time } = useFormats();
  const here = people.filter(({ present }) => present).length;
  return (
    <section className="card" aria-labelledby={`board-${id}`}>
      <div className="card-head">
        <h2 id={`board-${id}`}>
          <Link to={`/office/lessons/${id}`}>{title}</Link>
        </h2>
        <time dateTime={startsAt}>{time(startsAt)}</time>
      </div>
      <p className="soft">{office.board.here(here, people.length)}</p>
      <ul className="person-list">
        {people.map((person, index) => (
          <PersonState key={person.id ?? `unknown ${index}`} person={person} />
        ))}
      </ul>
    </section>
  );
}
