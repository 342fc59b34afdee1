import type { Lesson } from '../../shared/api.js';
import { useFormats } from '../time/useFormats.js';

interface LessonTimeProps {
  readonly lesson: Pick<Lesson, 'startsAt' | 'endsAt'>;
  /** Defaults to that of whoever looks. */
  readonly timeZone?: string;
}

/** From when until when a lesson is. */
export function LessonTime({ lesson: { startsAt, endsAt }, timeZone }: LessonTimeProps) {
  const { time } = useFormats(timeZone);
  return (
    <span className="lesson-time">
      <time dateTime={startsAt}>{time(startsAt)}</time>–<time dateTime={endsAt}>{time(endsAt)}</time>
    </span>
  );
}
