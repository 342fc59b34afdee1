import { useState } from 'react';
import { MeetingConsent, MeetingEnded, MeetingOutlet, MeetingProvider, labelsDe } from 'react-whereby-embed';
import type { ExitReason } from 'react-whereby-embed';

/** A recorded lesson in German: asks first, and says at the end that it is over. */
export function Lesson({ roomUrl }: { roomUrl: string }) {
  const [reason, setReason] = useState<ExitReason>();
  return (
    <MeetingProvider labels={labelsDe}>
      {reason ? (
        <MeetingEnded reason={reason} onJoinAgain={() => setReason(undefined)} />
      ) : (
        <MeetingOutlet
          room={roomUrl}
          consent={({ accept }) => <MeetingConsent onAccept={accept} />}
          onExit={(exit) => setReason(exit.reason)}
        />
      )}
    </MeetingProvider>
  );
}
