import type { Person } from '../../shared/api.js';

interface PeopleChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly people: readonly Person[];
  /** Ids of those who are chosen at first. */
  readonly chosen: readonly string[];
}

/** Any number of people. */
export const PeopleChoice = ({ name, label, people, chosen }: PeopleChoiceProps) => (
  <fieldset className="people-choice">
    <legend>{label}</legend>
    {people.map((person) => (
      <label key={person.id} className="check">
        <input type="checkbox" name={name} value={person.id} defaultChecked={chosen.includes(person.id)} />
        {person.name}
      </label>
    ))}
  </fieldset>
);
