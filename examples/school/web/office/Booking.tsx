import { clsx } from 'clsx';
import { Link } from 'react-router';
import type { Lesson } from '../../shared/api.js';
import { LessonState } from '../parts/LessonState.js';
import { LessonTime } from '../parts/LessonTime.js';
import { useTexts } from '../texts/useTexts.js';

interface BookingProps {
  readonly lesson: Lesson;
  readonly onChange: () => void;
  readonly onCancel: () => void;
}

/** One lesson in the office's list, in the time zone that it was booked in. */
export function Booking({ lesson, onChange, onCancel }: BookingProps) {
  const { office, roles } = useTexts();
  const { title, timeZone, teacher, students, observers, state } = lesson;
  const isPast = state === 'over' || state === 'cancelled';
  const people = [
    [roles.teacher, [teacher]],
    [roles.student, students],
    [roles.parent, observers],
  ] as const;
  return (
    <li className={clsx('booking', isPast && 'booking-past')}>
      <div className="booking-time">
        <LessonTime lesson={lesson} timeZone={timeZone} />
        <span className="soft">{timeZone.replaceAll('_', ' ')}</span>
      </div>
      <div className="booking-what">
        <h3>
          <Link to={`/office/lessons/${lesson.id}`}>{title}</Link> <LessonState state={state} />
        </h3>
        <dl className="people">
          {people.map(
            ([role, ofRole]) =>
              ofRole.length > 0 && (
                <div key={role}>
                  <dt>{role}</dt>
                  <dd>{ofRole.map(({ name }) => name).join(', ')}</dd>
                </div>
              ),
          )}
        </dl>
      </div>
      {!isPast && (
        <div className="booking-actions">
          <button
            type="button"
            className="button"
            onClick={onChange}
            aria-label={`${office.bookings.change}: ${title}`}
          >
            {office.bookings.change}
          </button>
          <button
            type="button"
            className="button"
            onClick={onCancel}
            aria-label={`${office.bookings.cancel}: ${title}`}
          >
            {office.bookings.cancel}
          </button>
        </div>
      )}
    </li>
  );
}
