// src/App.tsx
import { RoomsProvider, useRoomUrl, WherebyEmbed } from 'react-whereby-embed';

function Room({ lesson }: { lesson: string }) {
  return <WherebyEmbed room={useRoomUrl({ create: { key: lesson } })} />;
}

export default function App() {
  return (
    <RoomsProvider endpoint="/api/whereby">
      <div style={{ height: '100dvh' }}>
        <Room lesson="lesson-42" />
      </div>
    </RoomsProvider>
  );
}
