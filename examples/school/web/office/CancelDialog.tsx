import type { Lesson } from '../../shared/api.js';
import { request } from '../client/request.js';
import { useAction } from '../client/useAction.js';
import { Dialog } from '../parts/Dialog.js';
import { Failure } from '../parts/Failure.js';
import { useTexts } from '../texts/useTexts.js';
import { useFormats } from '../time/useFormats.js';

interface CancelDialogProps {
  readonly lesson: Lesson;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Asks before a lesson is cancelled, because its room is deleted with it. */
export function CancelDialog({ lesson, onClose, onDone }: CancelDialogProps) {
  const { office } = useTexts();
  const { dayAndTime } = useFormats(lesson.timeZone);
  const { isRunning, failure, run } = useAction();
  const cancel = async () => {
    if (await run(() => request(`/api/lessons/${lesson.id}`, 'DELETE'))) onDone();
  };
  return (
    <Dialog title={office.bookings.cancelTitle} onClose={onClose}>
      <p>
        <strong>{lesson.title}</strong>, {dayAndTime(lesson.startsAt)}
      </p>
      <p>{office.bookings.cancelHelp}</p>
      <Failure failure={failure} />
      <div className="dialog-actions">
        <button type="button" className="button" onClick={onClose}>
          {office.bookings.keep}
        </button>
        <button type="button" className="button button-danger" disabled={isRunning} onClick={() => void cancel()}>
          {office.bookings.cancelNow}
        </button>
      </div>
    </Dialog>
  );
}
