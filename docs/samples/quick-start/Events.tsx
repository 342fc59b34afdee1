import { WherebyEmbed } from 'react-whereby-embed';

export function Meeting({ room, onDone }: { room: string; onDone: () => void }) {
  return (
    <WherebyEmbed
      room={room}
      onJoin={() => console.log('in the meeting')}
      onExit={({ reason }) => {
        // 'left', 'removed' or 'ended'; once for each stay.
        console.log(reason);
        onDone();
      }}
      onError={(error) => console.error(error.code, error.message)}
      loading={<p>Just a moment…</p>}
      fallback={(error) => <p role="alert">The meeting could not be opened ({error.code}).</p>}
    />
  );
}
