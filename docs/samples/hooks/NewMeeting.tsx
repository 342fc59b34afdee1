import { useCreateMeeting } from 'react-whereby-embed';

export function NewMeeting({ onCreated }: { onCreated: (meetingId: string) => void }) {
  const making = useCreateMeeting();
  const start = () =>
    void making.create({ minutes: 30 }).then(
      ({ meetingId }) => onCreated(meetingId),
      () => {},
    );
  return (
    <>
      <button disabled={making.status === 'creating'} onClick={start}>
        New meeting
      </button>
      {making.status === 'error' && <p role="alert">The meeting could not be created ({making.error.code}).</p>}
    </>
  );
}
