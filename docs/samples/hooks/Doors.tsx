import { useRoomUrl, WherebyEmbed } from 'react-whereby-embed';
import type { WherebyError } from 'react-whereby-embed';

function Closed({ error: { code, refusal } }: { error: WherebyError }) {
  if (refusal?.reason === 'CANCELLED') return <p>The lesson was cancelled.</p>;
  if (refusal?.retryAt) return <p>The doors open at {refusal.retryAt.toLocaleTimeString()}.</p>;
  return <p>{code}</p>;
}

export const Doors = ({ lessonId }: { lessonId: string }) => (
  <WherebyEmbed room={useRoomUrl({ meetingId: lessonId })} fallback={(error) => <Closed error={error} />} />
);
