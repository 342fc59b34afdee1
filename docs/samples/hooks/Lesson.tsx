// src/Lesson.tsx
import { useRoomUrl, WherebyEmbed } from 'react-whereby-embed';

export function Lesson({ lesson }: { lesson: string }) {
  const room = useRoomUrl({ create: { key: lesson, minutes: 60 } });
  return (
    <div style={{ display: 'flex', flexDirection: 'column', height: '100dvh' }}>
      {room.status === 'ready' && (
        <p>
          You are {room.role} until {new Date(room.endDate).toLocaleTimeString()}.
        </p>
      )}
      <WherebyEmbed
        room={room}
        style={{ flex: 1, minHeight: 0 }}
        loading={<p>One moment…</p>}
        fallback={(error) => <p>{error.code}</p>}
      />
    </div>
  );
}
