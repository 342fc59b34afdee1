// CallWithSurvey.tsx
import { useState } from 'react';
import { WherebyEmbed } from 'react-whereby-embed';
import type { ExitReason } from 'react-whereby-embed';

/** Whoever a host has removed is not asked. */
const questions: { readonly [Reason in ExitReason]?: string } = {
  left: 'How was your call?',
  ended: 'How was your call?',
};

/** Asks once the participant has left, however that happened. */
export function CallWithSurvey({ room, onAnswer }: { room: string; onAnswer: (stars: number) => void }) {
  const [reason, setReason] = useState<ExitReason>();
  const [isAnswered, setAnswered] = useState(false);
  if (!reason)
    return <WherebyEmbed room={room} onExit={(exit) => exit.reason !== 'reloaded' && setReason(exit.reason)} />;
  if (isAnswered || !questions[reason]) return <p role="status">Thank you. You can close this page.</p>;
  return (
    <fieldset>
      <legend>{questions[reason]}</legend>
      {[1, 2, 3, 4, 5].map((stars) => (
        <button
          key={stars}
          onClick={() => {
            onAnswer(stars);
            setAnswered(true);
          }}
        >
          {stars} of 5
        </button>
      ))}
    </fieldset>
  );
}
