/** What the meeting's own controls and texts say. */
export interface MeetingLabels {
  /** Names the floating window, and is its title: "Meeting". */
  readonly window: string;
  /** "Move with the arrow keys". */
  readonly move: string;
  /** "Back to the meeting". */
  readonly back: string;
  /** "Minimise". */
  readonly minimise: string;
  /** "Restore". */
  readonly restore: string;
  /** "Leave the meeting". */
  readonly leave: string;
  /** Where there can be no meeting: "The meeting could not be opened." */
  readonly problem: string;
  /** "Try again". */
  readonly tryAgain: string;
  /** "Open in a new tab". */
  readonly openInTab: string;
}
