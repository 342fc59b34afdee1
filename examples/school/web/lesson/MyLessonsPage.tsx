import { Link } from 'react-router';
import type { Lesson } from '../../shared/api.js';
import { useApi } from '../client/useApi.js';
import { Empty } from '../parts/Empty.js';
import { Failure } from '../parts/Failure.js';
import { LessonState } from '../parts/LessonState.js';
import { LessonTime } from '../parts/LessonTime.js';
import { Loading } from '../parts/Loading.js';
import { Page } from '../parts/Page.js';
import { useTexts } from '../texts/useTexts.js';
import { useLessonDays } from '../time/useLessonDays.js';

/** The lessons of whoever is here, by day. */
export function MyLessonsPage() {
  const t = useTexts();
  const { data: lessons, error } = useApi<readonly Lesson[]>('/api/lessons', { refreshInterval: 15_000 });
  const days = useLessonDays(lessons ?? []);
  return (
    <Page title={t.myLessons.title} isNarrow>
      <Failure failure={error} />
      {!lessons && !error && <Loading />}
      {lessons?.length === 0 && <Empty icon="calendar">{t.myLessons.none}</Empty>}
      {days.map(({ day, lessons }) => (
        <section key={day} className="day" aria-label={day}>
          <h2>{day}</h2>
          <ul className="my-lessons">
            {lessons.map((lesson) => (
              <li key={lesson.id}>
                <Link to={`/lessons/${lesson.id}`} className="card my-lesson">
                  <LessonTime lesson={lesson} />
                  <span>
                    <strong>{lesson.title}</strong>
                    <span className="soft">
                      {t.myLessons.with([lesson.teacher, ...lesson.students].map(({ name }) => name))}
                    </span>
                  </span>
                  <LessonState state={lesson.state} />
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Page>
  );
}
