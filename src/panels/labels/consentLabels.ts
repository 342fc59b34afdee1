/** The texts of `MeetingConsent`, in English. */
export const consentLabels = {
  /** The title of the question. */
  consent: 'Before you join',
  /** What is asked. */
  consentText:
    'This meeting may be recorded. If you join, your picture, your voice and your messages are part of the recording.',
  /** What is asked if the participant may also join without being recorded. */
  consentChoice:
    'This meeting may be recorded. If you agree, your picture, your voice and your messages are part of the recording.',
  /** The button that agrees. */
  agree: 'Agree and join',
  /** The button that joins, and refuses the recording. */
  joinUnrecorded: 'Join without recording',
  /** The button that does not join. */
  notNow: 'Not now',
  /** Shown after "Not now". */
  declined: 'You have not joined.',
};
