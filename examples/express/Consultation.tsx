import { RoomsProvider, useCreateMeeting, useRoomUrl, WherebyEmbed } from 'react-whereby-embed';
import type { ReactElement } from 'react';
import { useState } from 'react';

function Room({ meetingId }: { readonly meetingId: string }): ReactElement {
  return <WherebyEmbed room={useRoomUrl({ meetingId })} />;
}

/** The page of a member of staff: makes a consultation and shows it. */
export function Consultation(): ReactElement {
  const [meetingId, setMeetingId] = useState<string>();
  return (
    <RoomsProvider endpoint="/api/whereby">
      {meetingId ? <Room meetingId={meetingId} /> : <Start onStart={setMeetingId} />}
    </RoomsProvider>
  );
}

function Start({ onStart }: { readonly onStart: (meetingId: string) => void }): ReactElement {
  const making = useCreateMeeting();
  const start = async () => onStart((await making.create({ minutes: 30 })).meetingId);
  return (
    <>
      <button disabled={making.status === 'creating'} onClick={() => void start().catch(() => undefined)}>
        Start a consultation
      </button>
      {making.status === 'error' && <p role="alert">The meeting could not be created ({making.error.code}).</p>}
    </>
  );
}
