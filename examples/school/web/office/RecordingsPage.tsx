import { useState } from 'react';
import type { Lesson, SchoolRecording } from '../../shared/api.js';
import { useApi } from '../client/useApi.js';
import { Empty } from '../parts/Empty.js';
import { Failure } from '../parts/Failure.js';
import { Loading } from '../parts/Loading.js';
import { Page } from '../parts/Page.js';
import { useTexts } from '../texts/useTexts.js';
import { DeleteRecordingDialog } from './DeleteRecordingDialog.js';
import { RecordingCard } from './RecordingCard.js';
import { RecordingLog } from './RecordingLog.js';

/** Every recording, how long it is kept, and the log of what became of it. */
export function RecordingsPage() {
  const { office } = useTexts();
  const {
    data: recordings,
    error,
    mutate,
  } = useApi<readonly SchoolRecording[]>('/api/recordings', {
    refreshInterval: 5000,
  });
  const { data: lessons } = useApi<readonly Lesson[]>('/api/lessons');
  const [toDelete, setToDelete] = useState<SchoolRecording>();
  const titleOf = ({ lessonId }: SchoolRecording) => lessons?.find(({ id }) => id === lessonId)?.title ?? lessonId;
  return (
    <Page title={office.recordings.title}>
      <Failure failure={error} />
      {!recordings && !error && <Loading />}
      {recordings?.length === 0 && <Empty icon="recording">{office.recordings.none}</Empty>}
      <ul className="recordings">
        {recordings?.map((recording) => (
          <RecordingCard
            key={recording.id}
            recording={recording}
            title={titleOf(recording)}
            onDelete={() => setToDelete(recording)}
          />
        ))}
      </ul>
      <RecordingLog />
      {toDelete && (
        <DeleteRecordingDialog
          recording={toDelete}
          title={titleOf(toDelete)}
          onClose={() => setToDelete(undefined)}
          onDone={() => {
            setToDelete(undefined);
            void mutate();
          }}
        />
      )}
    </Page>
  );
}
