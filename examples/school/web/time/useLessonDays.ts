import type { Lesson } from '../../shared/api.js';
import { useFormats } from './useFormats.js';

interface LessonDay {
  readonly day: string;
  readonly lessons: readonly Lesson[];
}

/** Lessons in the order of their time, by the day on which they begin for whoever looks. */
export function useLessonDays(lessons: readonly Lesson[]): readonly LessonDay[] {
  const { day } = useFormats();
  const sorted = [...lessons].sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
  const days = new Map<string, Lesson[]>();
  for (const lesson of sorted) {
    const name = day(lesson.startsAt);
    days.set(name, [...(days.get(name) ?? []), lesson]);
  }
  return [...days].map(([name, ofDay]) => ({ day: name, lessons: ofDay }));
}
