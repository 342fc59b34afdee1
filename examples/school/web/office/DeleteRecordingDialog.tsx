import type { SchoolRecording } from '../../shared/api.js';
import { request } from '../client/request.js';
import { useAction } from '../client/useAction.js';
import { Dialog } from '../parts/Dialog.js';
import { Failure } from '../parts/Failure.js';
import { useTexts } from '../texts/useTexts.js';

interface DeleteRecordingDialogProps {
  readonly recording: SchoolRecording;
  readonly title: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Asks before a recording is deleted, here and at the service. */
export function DeleteRecordingDialog({ recording, title, onClose, onDone }: DeleteRecordingDialogProps) {
  const { office } = useTexts();
  const { isRunning, failure, run } = useAction();
  const remove = async () => {
    if (await run(() => request(`/api/recordings/${recording.id}`, 'DELETE'))) onDone();
  };
  return (
    <Dialog title={office.recordings.deleteTitle} onClose={onClose}>
      <p>
        <strong>{title}</strong>
      </p>
      <p>{office.recordings.deleteHelp}</p>
      <Failure failure={failure} />
      <div className="dialog-actions">
        <button type="button" className="button" onClick={onClose}>
          {office.recordings.keep}
        </button>
        <button type="button" className="button button-danger" disabled={isRunning} onClick={() => void remove()}>
          {office.recordings.delete}
        </button>
      </div>
    </Dialog>
  );
}
