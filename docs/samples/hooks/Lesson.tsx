import { useRoomUrl, WherebyEmbed } from 'react-whereby-embed';

export function Lesson({ lesson }: { lesson: string }) {
  const room = useRoomUrl({ create: { key: lesson, minutes: 60 } });
  return (
    <>
      {room.status === 'ready' && (
        <p>
          You are {room.role} until {new Date(room.endDate).toLocaleTimeString()}.
        </p>
      )}
      <WherebyEmbed room={room} loading={<p>One moment…</p>} fallback={(error) => <p>{error.code}</p>} />
    </>
  );
}
