import { RoomsProvider, useCreateMeeting, useRoomUrl, WherebyEmbed } from 'react-whereby-embed';
import type { ReactElement } from 'react';
import { useState } from 'react';

function Room({ meetingId }: { readonly meetingId: string }): ReactElement {
  return <WherebyEmbed room={useRoomUrl({ meetingId })} />;
}

/** The page of a member of staff: creates a consultation and shows it. */
export function Consultation(): ReactElement {
  const [meetingId, setMeetingId] = useState<string>();
  return (
    <RoomsProvider endpoint="/api/whereby">
      {meetingId ? <Room meetingId={meetingId} /> : <Start onStart={setMeetingId} />}
    </RoomsProvider>
  );
}

function Start({ onStart }: { readonly onStart: (meetingId: string) => void }): ReactElement {
  const creation = useCreateMeeting();
  const start = async () => onStart((await creation.create({ minutes: 30 })).meetingId);
  return (
    <>
      <button disabled={creation.status === 'creating'} onClick={() => void start().catch(() => undefined)}>
        Start a consultation
      </button>
      {creation.status === 'error' && <p role="alert">The meeting could not be created ({creation.error.code}).</p>}
    </>
  );
}
