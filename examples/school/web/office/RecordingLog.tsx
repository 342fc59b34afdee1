import type { RecordingLogEntry } from '../../shared/api.js';
import { useApi } from '../client/useApi.js';
import { Failure } from '../parts/Failure.js';
import { useTexts } from '../texts/useTexts.js';
import { useFormats } from '../time/useFormats.js';

/** What was stored and deleted, and when. It stays when the recording is gone. */
export function RecordingLog() {
  const { office } = useTexts();
  const { dayAndTime } = useFormats();
  const { data: log, error } = useApi<readonly RecordingLogEntry[]>('/api/recordings/log', { refreshInterval: 5000 });
  return (
    <section className="log" aria-labelledby="recording-log">
      <h2 id="recording-log">{office.recordings.log}</h2>
      <Failure failure={error} />
      {log?.length === 0 && <p className="soft">{office.recordings.noLog}</p>}
      <ol>
        {log?.map(({ at, recordingId, what }, index) => (
          <li key={index}>
            <time dateTime={at}>{dayAndTime(at)}</time> <span>{what}</span> <code>{recordingId}</code>
          </li>
        ))}
      </ol>
    </section>
  );
}
