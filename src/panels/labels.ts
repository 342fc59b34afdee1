/** The texts around a room, in English. */
export const roomLabels = {
  /** The frame's name for screen readers. */
  frameTitle: 'Whereby meeting',
  /** Shown while the room's URL is requested. */
  gettingRoom: 'Getting the meeting…',
  /** Shown while the room's URL is requested and the browser reports no network. */
  offline: 'Waiting for the network…',
  /** Shown when the meeting has ended. */
  over: 'This meeting is over.',
  /** Shown when there can be no meeting. */
  problem: 'The meeting could not be opened.',
  /** The button that tries again. */
  tryAgain: 'Try again',
  /** The link that opens the room in a tab of its own. */
  openInTab: 'Open in a new tab',
};

/** The texts of the floating window, in English. */
export const windowLabels = {
  /** The window's title and its name for screen readers. */
  window: 'Meeting',
  /** The handle that moves the window. */
  move: 'Move with the arrow keys',
  /** The button that goes back to the page of the meeting. */
  back: 'Back to the meeting',
  /** The button that makes the window small. */
  minimise: 'Minimise',
  /** The button that gives the window its size back. */
  restore: 'Restore',
  /** The button that leaves the meeting. */
  leave: 'Leave the meeting',
};

type Texts<Labels> = { readonly [Key in keyof Labels]: string };

/** Every text that the component and the provider show themselves. Each defaults to English. */
export interface MeetingLabels extends Texts<typeof roomLabels>, Texts<typeof windowLabels> {}
