import { RoomsProvider, useRoomUrl, WherebyEmbed } from 'react-whereby-embed';

function Room({ meetingId }: { meetingId: string }) {
  return <WherebyEmbed room={useRoomUrl({ meetingId })} />;
}

export const App = () => (
  <RoomsProvider endpoint="/api/whereby">
    <Room meetingId="52755922" />
  </RoomsProvider>
);
