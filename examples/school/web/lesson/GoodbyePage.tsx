import { Link, useNavigate, useParams } from 'react-router';
import { MeetingEnded } from 'react-whereby-embed';
import type { ExitReason } from 'react-whereby-embed';
import type { Lesson } from '../../shared/api.js';
import { useApi } from '../client/useApi.js';
import { Page } from '../parts/Page.js';
import { useTexts } from '../texts/useTexts.js';
import { FeedbackForm } from './FeedbackForm.js';

const reasons: readonly ExitReason[] = ['left', 'removed', 'ended'];

/** After the call: why it is over, and how it was. */
export function GoodbyePage() {
  const t = useTexts();
  const { id = '', reason: given } = useParams();
  const navigate = useNavigate();
  const { data: lesson } = useApi<Lesson>(`/api/lessons/${encodeURIComponent(id)}`);
  const reason = reasons.find((one) => one === given) ?? 'left';
  const canJoinAgain = reason === 'left' && lesson?.state === 'open';
  return (
    <Page title={lesson?.title ?? t.goodbye.title} isNarrow>
      <div className="card card-panel">
        <MeetingEnded reason={reason} onJoinAgain={canJoinAgain ? () => void navigate(`/lessons/${id}`) : undefined} />
      </div>
      {reason !== 'removed' && <FeedbackForm lessonId={id} />}
      <p>
        <Link to="/lessons">{t.myLessons.title}</Link>
      </p>
    </Page>
  );
}
