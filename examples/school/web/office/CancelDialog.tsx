import type { Lesson } from '../../shared/api.js';
import { DeleteDialog } from '../parts/DeleteDialog.js';
import { useTexts } from '../texts/useTexts.js';
import { useFormats } from '../time/useFormats.js';

interface CancelDialogProps {
  readonly lesson: Lesson;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Asks before a lesson is cancelled, because its room is deleted with it. */
export function CancelDialog({ lesson, onClose, onDone }: CancelDialogProps) {
  const { bookings } = useTexts().office;
  const { dayAndTime } = useFormats(lesson.timeZone);
  return (
    <DeleteDialog
      title={bookings.cancelTitle}
      path={`/api/lessons/${lesson.id}`}
      labels={{ keep: bookings.keep, remove: bookings.cancelNow }}
      onClose={onClose}
      onDone={onDone}
    >
      <p>
        <strong>{lesson.title}</strong>, {dayAndTime(lesson.startsAt)}
      </p>
      <p>{bookings.cancelHelp}</p>
    </DeleteDialog>
  );
}
