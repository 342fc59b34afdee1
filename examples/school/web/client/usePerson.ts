import { createContext, useContext } from 'react';
import type { Person } from '../../shared/api.js';

export const PersonContext = createContext<Person | undefined>(undefined);

/** Who is signed in. */
export function usePerson(): Person {
  const person = useContext(PersonContext);
  if (!person) throw new Error('usePerson is for pages of people who are signed in.');
  return person;
}
