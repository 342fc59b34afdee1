import { MeetingConsent } from 'react-whereby-embed';
import type { ConsentInput, Lesson } from '../../shared/api.js';
import { request } from '../client/request.js';
import { useAction } from '../client/useAction.js';
import { Failure } from '../parts/Failure.js';
import { useTexts } from '../texts/useTexts.js';

interface ConsentQuestionProps {
  readonly lesson: Lesson;
  /** The school's server knows the answer. */
  readonly onAnswered: () => void;
}

/** Asks whether the lesson may be recorded. Whoever says no takes part as well, and nothing is recorded. */
export function ConsentQuestion({ lesson, onAnswered }: ConsentQuestionProps) {
  const { consent } = useTexts();
  const { isRunning, failure, run } = useAction();
  const answer = async (input: ConsentInput) => {
    if (!isRunning && (await run(() => request(`/api/lessons/${lesson.id}/consent`, 'POST', input)))) onAnswered();
  };
  return (
    <MeetingConsent
      // After a failure the question is asked again: the panel has closed it with "no".
      key={failure?.code}
      onAccept={() => void answer({ given: true })}
      onDecline={() => void answer({ given: false })}
      labels={{ consent: consent.title, agree: consent.agree, notNow: consent.refuse, declined: consent.refused }}
    >
      <Failure failure={failure} />
      {consent.text(lesson.keepRecordingDays)}
    </MeetingConsent>
  );
}
