import type { BoardPerson } from '../../shared/api.js';
import { usePerson } from '../client/usePerson.js';
import { PersonState } from '../parts/PersonState.js';
import { useTexts } from '../texts/useTexts.js';

/** Who belongs to the lesson, and whether they are there: by what the school has signed, never by a typed name. */
export function LessonPeople({ people }: { readonly people: readonly BoardPerson[] }) {
  const t = useTexts();
  const me = usePerson();
  return (
    <section>
      <h2>{t.people}</h2>
      <ul className="person-list">
        {people.map((person, index) => (
          <PersonState key={person.id ?? `unknown ${index}`} person={person} isMe={person.id === me.id} />
        ))}
      </ul>
    </section>
  );
}
