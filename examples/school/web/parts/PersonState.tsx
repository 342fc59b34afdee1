import { clsx } from 'clsx';
import type { BoardPerson } from '../../shared/api.js';
import { useTexts } from '../texts/useTexts.js';
import type { Texts } from '../texts/en.js';
import { useFormats } from '../time/useFormats.js';
import { Icon } from './Icon.js';

/** The first of these that is true is what matters. */
const readState = ({ knocking, present, missing }: BoardPerson): keyof Texts['personStates'] =>
  knocking ? 'knocking' : present ? 'present' : missing ? 'missing' : 'away';

interface PersonStateProps {
  readonly person: BoardPerson;
  readonly isMe?: boolean;
}

/** Somebody in a lesson, and whether they are there. */
export function PersonState({ person, isMe = false }: PersonStateProps) {
  const t = useTexts();
  const { second } = useFormats();
  const state = readState(person);
  return (
    <li className="person">
      <span className={clsx('dot', `dot-${state}`)} aria-hidden="true" />
      <span className="person-name">
        {person.name}
        {isMe && <span className="soft"> ({t.you})</span>} <span className="soft">{t.roles[person.role]}</span>
      </span>
      {person.handRaised && (
        <span className="badge badge-hand">
          <Icon name="hand" /> {t.personStates.hand}
        </span>
      )}
      <span className={clsx('person-state', `person-state-${state}`)}>
        {t.personStates[state]}
        {state === 'present' && person.since && <time dateTime={person.since}> {second(person.since)}</time>}
      </span>
    </li>
  );
}
