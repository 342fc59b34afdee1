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
      onAccept={() => void answer({ given: true })}
      onJoinUnrecorded={() => void answer({ given: false })}
      labels={{ consent: consent.title, agree: consent.agree, joinUnrecorded: consent.refuse }}
    >
      <Failure failure={failure} />
      {consent.text(lesson.keepRecordingDays)}
    </MeetingConsent>
  );
}
