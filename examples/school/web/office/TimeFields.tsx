import { useState } from 'react';
import type { Lesson } from '../../shared/api.js';
import { useTexts } from '../texts/useTexts.js';
import { toZonedTime } from '../time/zonedTime.js';

const hour = 60 * 60_000;
const zones = Intl.supportedValuesOf('timeZone');

/** The next full hour. */
const nextHour = () => new Date(Math.ceil(Date.now() / hour) * hour).toISOString();

/** When a lesson begins, in which time zone, and how many minutes it takes. */
export function TimeFields({ lesson }: { readonly lesson: Lesson | undefined }) {
  const { office } = useTexts();
  const [timeZone] = useState(lesson?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone);
  const [startsAt] = useState(lesson?.startsAt ?? nextHour);
  const minutes = lesson ? (Date.parse(lesson.endsAt) - Date.parse(lesson.startsAt)) / 60_000 : 45;
  return (
    <>
      <div className="form-row">
        <label>
          {office.form.starts}
          <input type="datetime-local" name="starts" required defaultValue={toZonedTime(startsAt, timeZone)} />
        </label>
        <label>
          {office.form.minutes}
          <input type="number" name="minutes" required min={5} max={240} defaultValue={minutes} />
        </label>
      </div>
      <label>
        {office.form.timeZone}
        <select name="timeZone" defaultValue={timeZone}>
          {(zones.includes(timeZone) ? zones : [timeZone, ...zones]).map((zone) => (
            <option key={zone} value={zone}>
              {zone.replaceAll('_', ' ')}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}
