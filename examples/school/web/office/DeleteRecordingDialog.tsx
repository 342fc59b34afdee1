import type { SchoolRecording } from '../../shared/api.js';
import { DeleteDialog } from '../parts/DeleteDialog.js';
import { useTexts } from '../texts/useTexts.js';

interface DeleteRecordingDialogProps {
  readonly recording: SchoolRecording;
  readonly title: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Asks before a recording is deleted, here and at the service. */
export function DeleteRecordingDialog({ recording, title, onClose, onDone }: DeleteRecordingDialogProps) {
  const { recordings } = useTexts().office;
  return (
    <DeleteDialog
      title={recordings.deleteTitle}
      path={`/api/recordings/${recording.id}`}
      labels={{ keep: recordings.keep, remove: recordings.delete }}
      onClose={onClose}
      onDone={onDone}
    >
      <p>
        <strong>{title}</strong>
      </p>
      <p>{recordings.deleteHelp}</p>
    </DeleteDialog>
  );
}
