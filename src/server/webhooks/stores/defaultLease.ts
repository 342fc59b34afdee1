/**
 * How long a claim holds by default unless it is renewed, in milliseconds. Shorter than a request waits (`answerWithin`,
 * 4 s), so that the event of a process that died is handled by the sender's next attempt.
 */
export const defaultLease = 3_000;
