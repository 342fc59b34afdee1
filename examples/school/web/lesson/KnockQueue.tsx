import { useEffect } from 'react';
import type { BoardPerson } from '../../shared/api.js';
import { usePerson } from '../client/usePerson.js';
import { Icon } from '../parts/Icon.js';
import { useTexts } from '../texts/useTexts.js';

/** Who waits outside, for the teacher, also in the tab's title. The buttons that let them in are the room's. */
export function KnockQueue({ people }: { readonly people: readonly BoardPerson[] }) {
  const { call } = useTexts();
  const { role } = usePerson();
  const knocking = people.filter((person) => person.knocking);
  const isShown = role === 'teacher' && knocking.length > 0;
  const names = knocking.map(({ name }) => name).join(', ');

  useEffect(() => {
    if (!isShown) return;
    const { title } = document;
    document.title = `(${knocking.length}) ${title}`;
    return () => {
      document.title = title;
    };
  }, [isShown, knocking.length]);

  return (
    <div role="status">
      {isShown && (
        <section className="knocks" aria-label={call.knocks}>
          <h2>
            <Icon name="knock" /> {call.knocks}
          </h2>
          <p>
            <strong>{names}</strong>
          </p>
          <p className="soft">{call.letIn}</p>
        </section>
      )}
    </div>
  );
}
