/** The texts of `MeetingEnded` besides those around a room, in English. */
export const endedLabels = {
  /** Shown when the participant has left. */
  left: 'You have left the meeting.',
  /** Shown when a host has removed the participant. */
  removed: 'You were removed from the meeting.',
  /** What to do about that. */
  removedHelp: 'If you think that this was a mistake, ask the host.',
  /** The button that joins again. */
  joinAgain: 'Join again',
};
