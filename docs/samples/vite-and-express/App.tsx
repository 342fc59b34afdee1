// src/App.tsx
import { WherebyEmbed, useRoomUrl } from 'react-whereby-embed';

export default function App() {
  // Whoever comes first creates the meeting of this key; everyone after them gets the same one.
  const room = useRoomUrl({ create: { key: 'lesson-42' } });
  return (
    <div style={{ height: '100dvh' }}>
      <WherebyEmbed room={room} allowedHosts={['127.0.0.1:4455']} />
    </div>
  );
}
