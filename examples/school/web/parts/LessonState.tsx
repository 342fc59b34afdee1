import { clsx } from 'clsx';
import type { Lesson } from '../../shared/api.js';
import { useTexts } from '../texts/useTexts.js';

/** Whether a lesson is booked, open, over or cancelled. */
export const LessonState = ({ state }: Pick<Lesson, 'state'>) => (
  <span className={clsx('badge', `badge-${state}`)}>{useTexts().lessonStates[state]}</span>
);
