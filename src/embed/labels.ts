/** What the meeting's own controls and texts say. */
export interface MeetingLabels {
  /** Names the floating window, and is its title. */
  readonly window: string;
  readonly move: string;
  readonly back: string;
  readonly minimise: string;
  readonly restore: string;
  readonly leave: string;
  /** Where there can be no meeting. */
  readonly problem: string;
  readonly tryAgain: string;
  readonly openInTab: string;
}

export const defaultLabels: MeetingLabels = {
  window: 'Meeting',
  move: 'Move with the arrow keys',
  back: 'Back to the meeting',
  minimise: 'Minimise',
  restore: 'Restore',
  leave: 'Leave the meeting',
  problem: 'The meeting could not be opened.',
  tryAgain: 'Try again',
  openInTab: 'Open in a new tab',
};
