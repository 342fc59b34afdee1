/** The texts around a room, in English. */
export const roomLabels = {
  /** The frame's name for screen readers. */
  frameTitle: 'Whereby meeting',
  /** Shown while the room's URL is requested, and while the room loads. */
  gettingRoom: 'Getting the meeting…',
  /** Shown while the room's URL is requested and the browser reports no network. */
  offline: 'Waiting for the network…',
  /** Shown when the meeting has ended. */
  over: 'This meeting is over.',
  /** Shown when there can be no meeting. */
  problem: 'The meeting could not be opened.',
  /** The button that tries again. */
  tryAgain: 'Try again',
};
