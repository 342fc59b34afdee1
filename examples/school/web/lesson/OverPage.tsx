import { Link } from 'react-router';
import type { Lesson } from '../../shared/api.js';
import { PlainPage } from '../parts/PlainPage.js';
import { useTexts } from '../texts/useTexts.js';
import { useFormats } from '../time/useFormats.js';

/** For whoever comes when a lesson is over. */
export function OverPage({ lesson }: { readonly lesson: Lesson }) {
  const t = useTexts();
  const { dayAndTime } = useFormats();
  return (
    <PlainPage icon="door" title={t.over.title}>
      <p>{t.over.help(lesson.title, dayAndTime(lesson.endsAt))}</p>
      <Link className="button button-main" to="/lessons">
        {t.myLessons.title}
      </Link>
      <Link className="button" to={`/lessons/${lesson.id}/sheet`}>
        {t.sheet.title}
      </Link>
    </PlainPage>
  );
}
