/** The texts of the floating window, in English. */
export const windowLabels = {
  /** The window's title and its name for screen readers. */
  window: 'Meeting',
  /** The handle that moves the window. */
  move: 'Move with the arrow keys',
  /** The handle that changes the window's size. */
  resize: 'Resize with the arrow keys',
  /** The button that goes back to the page of the meeting. */
  back: 'Back to the meeting',
  /** The button that makes the window small. */
  minimise: 'Minimise',
  /** The button that gives the window its size back. */
  restore: 'Restore',
  /** The button of the small window that turns the microphone on or off. */
  microphone: 'Microphone',
  /** The button that asks whether to leave the meeting. */
  leave: 'Leave the meeting',
  /** What it asks. */
  confirmLeave: 'Leave the meeting?',
  /** The button that leaves the meeting. */
  leaveNow: 'Leave',
  /** The button that does not. */
  stay: 'Stay',
};
