import { useParams } from 'react-router';
import { useSupportedBrowser } from 'react-whereby-embed';
import type { Lesson } from '../../shared/api.js';
import { useApi } from '../client/useApi.js';
import { Failure } from '../parts/Failure.js';
import { Loading } from '../parts/Loading.js';
import { NotFoundPage } from '../parts/NotFoundPage.js';
import { Call } from './Call.js';
import { CancelledPage } from './CancelledPage.js';
import { OverPage } from './OverPage.js';
import { UnsupportedBrowserPage } from './UnsupportedBrowserPage.js';
import { WaitingRoom } from './WaitingRoom.js';

interface LessonPageProps {
  readonly enteredId: string | undefined;
  readonly onEnter: (lessonId: string) => void;
  readonly onExit: () => void;
}

/** One lesson: which of its pages is shown depends on the lesson, the browser, and whether this person has gone in. */
export function LessonPage({ enteredId, onEnter, onExit }: LessonPageProps) {
  const { id = '' } = useParams();
  const { data: lesson, error } = useApi<Lesson>(`/api/lessons/${encodeURIComponent(id)}`, { refreshInterval: 10_000 });
  const { supported } = useSupportedBrowser();

  if (error?.code === 'NOT_FOUND' || error?.code === 'NOT_ALLOWED') return <NotFoundPage />;
  if (!lesson) return error ? <Failure failure={error} /> : <Loading />;
  // Whoever is in stays in, whatever becomes of the lesson meanwhile.
  if (lesson.id === enteredId) return <Call lesson={lesson} onExit={onExit} />;
  if (lesson.state === 'cancelled') return <CancelledPage lesson={lesson} />;
  if (lesson.state === 'over') return <OverPage lesson={lesson} />;
  if (supported === false) return <UnsupportedBrowserPage lesson={lesson} />;
  return <WaitingRoom lesson={lesson} onEnter={() => onEnter(lesson.id)} />;
}
