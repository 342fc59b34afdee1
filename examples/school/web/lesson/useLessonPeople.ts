import type { BoardPerson } from '../../shared/api.js';
import { useBoard } from '../client/useBoard.js';

const nobody: readonly BoardPerson[] = [];

/** Who belongs to a lesson and whether they are there, as the board has it. */
export const useLessonPeople = (lessonId: string): readonly BoardPerson[] =>
  useBoard().board?.lessons.find(({ id }) => id === lessonId)?.people ?? nobody;
