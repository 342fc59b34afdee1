import { useParams } from 'react-router';
import type { Lesson, Timeline } from '../../shared/api.js';
import { useApi } from '../client/useApi.js';
import { Empty } from '../parts/Empty.js';
import { Failure } from '../parts/Failure.js';
import { LessonState } from '../parts/LessonState.js';
import { Loading } from '../parts/Loading.js';
import { NotFoundPage } from '../parts/NotFoundPage.js';
import { Notice } from '../parts/Notice.js';
import { Page } from '../parts/Page.js';
import { useTexts } from '../texts/useTexts.js';
import { useFormats } from '../time/useFormats.js';
import { EventTable } from './EventTable.js';
import { StayBars } from './StayBars.js';
import { StayTable } from './StayTable.js';

/** Who was in a lesson, from when until when. */
export function TimelinePage() {
  const { id } = useParams();
  const { office } = useTexts();
  const { data: lesson, error } = useApi<Lesson>(`/api/lessons/${id}`);
  const { data: timeline, error: timelineError } = useApi<Timeline>(`/api/lessons/${id}/timeline`, {
    refreshInterval: 5000,
  });
  const { day, dayAndTime } = useFormats(lesson?.timeZone);
  if (error?.code === 'NOT_FOUND') return <NotFoundPage />;
  if (!lesson || !timeline) return error || timelineError ? <Failure failure={error ?? timelineError} /> : <Loading />;
  return (
    <Page title={lesson.title} actions={<LessonState state={lesson.state} />}>
      <p className="soft">
        {day(lesson.startsAt)}, {dayAndTime(lesson.startsAt)} – {dayAndTime(lesson.endsAt)} ({lesson.timeZone})
      </p>
      {timeline.stays.length === 0 ? (
        <Empty icon="people">{office.timeline.none}</Empty>
      ) : (
        <>
          <Notice tone={timeline.isReconciled ? 'good' : 'plain'} icon="clock">
            {timeline.isReconciled ? office.timeline.confirmed : office.timeline.unconfirmed}
          </Notice>
          <StayBars lesson={lesson} stays={timeline.stays} />
          <StayTable stays={timeline.stays} />
        </>
      )}
      {timeline.events.length > 0 && <EventTable events={timeline.events} />}
    </Page>
  );
}
