import type { ReactNode } from 'react';
import { request } from '../client/request.js';
import { useAction } from '../client/useAction.js';
import { Dialog } from './Dialog.js';
import { Failure } from './Failure.js';

interface DeleteDialogProps {
  readonly title: string;
  /** What is deleted, and what comes of it. */
  readonly children: ReactNode;
  /** Of what is deleted at the server. */
  readonly path: string;
  readonly labels: { readonly keep: string; readonly remove: string };
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Asks before something is deleted at the server, and says why it could not be. */
export function DeleteDialog({ title, children, path, labels, onClose, onDone }: DeleteDialogProps) {
  const { isRunning, failure, run } = useAction();
  const remove = async () => {
    if (await run(() => request(path, 'DELETE'))) onDone();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      {children}
      <Failure failure={failure} />
      <div className="dialog-actions">
        <button type="button" className="button" onClick={onClose}>
          {labels.keep}
        </button>
        <button type="button" className="button button-danger" disabled={isRunning} onClick={() => void remove()}>
          {labels.remove}
        </button>
      </div>
    </Dialog>
  );
}
