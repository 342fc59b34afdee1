import type { Lesson } from '../../shared/api.js';
import { Notice } from '../parts/Notice.js';
import { useTexts } from '../texts/useTexts.js';
import { useFormats } from '../time/useFormats.js';
import { useNow } from '../time/useNow.js';

const minute = 60_000;

/** Too early, on time, or late. The server says whether the lesson is open; the minutes are this device's. */
export function StartNotice({ lesson: { state, startsAt } }: { readonly lesson: Lesson }) {
  const { waiting } = useTexts();
  const { dayAndTime } = useFormats();
  const now = useNow(10_000);
  const minutes = Math.round((Date.parse(startsAt) - now) / minute);
  const isLate = state === 'open' && minutes < -1;
  const readText = () => {
    if (isLate) return waiting.late(-minutes);
    if (state === 'open') return minutes > 0 ? waiting.soon(minutes) : waiting.now;
    return minutes > 120 ? waiting.earlyDay(dayAndTime(startsAt)) : waiting.early(Math.max(minutes, 1));
  };
  return (
    <div id="start-notice">
      <Notice tone={isLate ? 'warn' : state === 'open' ? 'good' : 'plain'} icon="clock" role="status">
        {readText()}
      </Notice>
    </div>
  );
}
