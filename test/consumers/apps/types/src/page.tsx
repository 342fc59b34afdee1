import { useRef } from 'react';
import type { WherebyEmbedHandle, WherebyEmbedProps, WherebyError } from 'react-whereby-embed';
import {
  MeetingOutlet,
  MeetingProvider,
  RoomsProvider,
  WherebyEmbed,
  useMeeting,
  useMeetingControl,
  useRoomUrl,
} from 'react-whereby-embed';
import type { WherebyError as ServerError } from 'react-whereby-embed/server';
import { buildRoomUrl, parseRoomUrl } from 'react-whereby-embed/url';

const props: WherebyEmbedProps = { room: 'https://acme.whereby.com/demo', chat: false, displayName: undefined };

function Camera() {
  const camera = useMeetingControl('camera');
  const count: number | undefined = useMeeting((meeting) => meeting.participantCount);
  return (
    <button {...camera.props}>
      {camera.enabled} {count}
    </button>
  );
}

function Lesson({ name }: { name?: string | undefined }) {
  const meeting = useRef<WherebyEmbedHandle>(null);
  const room = useRoomUrl({ create: { key: 'lesson' } });
  return (
    <RoomsProvider endpoint="/api/whereby">
      <WherebyEmbed
        {...props}
        ref={meeting}
        room={room}
        displayName={name}
        className="lesson"
        style={{ height: '80dvh' }}
        onJoin={() => void meeting.current?.toggleCamera()}
        onExit={({ reason }) => console.log(reason satisfies string)}
        onError={(error: WherebyError) => console.log(error.code satisfies string)}
        onParticipantUpdate={({ count }) => console.log(count satisfies number)}
      />
    </RoomsProvider>
  );
}

export const Page = () => (
  <MeetingProvider persist room={buildRoomUrl('https://acme.whereby.com/demo', { lang: 'en' })}>
    <Camera />
    <MeetingOutlet />
    <Lesson />
  </MeetingProvider>
);

export const language: string | undefined = parseRoomUrl('https://acme.whereby.com/demo?lang=en').params.lang;

/** One function can report the errors of page and server. */
export const report = (error: WherebyError | ServerError): string => describe(error);
const describe = (error: WherebyError): string => error.code;
