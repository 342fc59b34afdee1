import type { SchoolRecording } from '../../shared/api.js';
import { useTexts } from '../texts/useTexts.js';
import { useFormats } from '../time/useFormats.js';

interface RecordingCardProps {
  readonly recording: SchoolRecording;
  readonly title: string;
  readonly onDelete: () => void;
}

/** One recording. */
export function RecordingCard({ recording, title, onDelete }: RecordingCardProps) {
  const { office } = useTexts();
  const { dayAndTime, megabytes } = useFormats();
  const { id, state, size, storedAt, deleteAt, summary, transcript } = recording;
  return (
    <li className="card recording">
      <div className="card-head">
        <h2>{title}</h2>
        <span className={`badge badge-${state}`}>{office.recordings.states[state]}</span>
      </div>
      <p className="soft">
        {megabytes(size)}
        {storedAt && ` · ${office.recordings.stored(dayAndTime(storedAt))}`}
        {deleteAt && state !== 'deleted' && ` · ${office.recordings.keptUntil(dayAndTime(deleteAt))}`}
      </p>
      {summary && <p>{summary}</p>}
      {transcript && (
        <details>
          <summary>{office.recordings.transcript}</summary>
          <p className="transcript">{transcript}</p>
        </details>
      )}
      {state !== 'deleted' && (
        <div className="card-actions">
          {state === 'stored' && (
            <a
              className="button"
              href={`/api/recordings/${id}/file`}
              aria-label={`${office.recordings.file}: ${title}`}
            >
              {office.recordings.file}
            </a>
          )}
          <button
            type="button"
            className="button"
            onClick={onDelete}
            aria-label={`${office.recordings.delete}: ${title}`}
          >
            {office.recordings.delete}
          </button>
        </div>
      )}
    </li>
  );
}
