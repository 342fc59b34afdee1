import { Link } from 'react-router';
import type { Lesson } from '../../shared/api.js';
import { PlainPage } from '../parts/PlainPage.js';
import { useTexts } from '../texts/useTexts.js';
import { useFormats } from '../time/useFormats.js';

/** For a lesson that the office has cancelled. */
export function CancelledPage({ lesson }: { readonly lesson: Lesson }) {
  const t = useTexts();
  const { dayAndTime } = useFormats();
  return (
    <PlainPage icon="calendar" tone="warn" title={t.cancelled.title}>
      <p>{t.cancelled.help(lesson.title, dayAndTime(lesson.startsAt))}</p>
      <Link className="button button-main" to="/lessons">
        {t.myLessons.title}
      </Link>
    </PlainPage>
  );
}
