import type { RoomRefusal } from 'react-whereby-embed';
import type { Lesson } from '../../shared/api.js';
import { PlainPage } from '../parts/PlainPage.js';
import { useTexts } from '../texts/useTexts.js';
import { useFormats } from '../time/useFormats.js';
import { CancelledPage } from './CancelledPage.js';
import { OverPage } from './OverPage.js';

interface ClosedPageProps {
  readonly lesson: Lesson;
  readonly refusal: RoomRefusal;
}

/** For whoever was on the way in when the office moved or cancelled the lesson: the server lets nobody in now. */
export function ClosedPage({ lesson, refusal: { reason, retryAt } }: ClosedPageProps) {
  const { failures, closed } = useTexts();
  const { dayAndTime } = useFormats();
  if (reason === 'LESSON_CANCELLED') return <CancelledPage lesson={lesson} />;
  if (reason === 'LESSON_OVER') return <OverPage lesson={lesson} />;
  if (reason === 'ROOM_NOT_READY') return <PlainPage icon="clock" title={failures.ROOM_NOT_READY} />;
  return (
    <PlainPage icon="clock" title={failures.LESSON_TOO_EARLY}>
      {retryAt && <p role="status">{closed(dayAndTime(retryAt.getTime()))}</p>}
    </PlainPage>
  );
}
