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

/** The texts of `MeetingProblem` besides those around a room, in English: for each cause its title, and what to do. */
export const problemLabels = {
  /** What to do when the meeting has ended. */
  overHelp: 'Ask the host whether there will be another one.',
  /** What to do when something failed that the participant cannot know. */
  problemHelp: 'Try again in a moment. If that does not help, ask the host.',
  /** The link that opens the room in a tab of its own. */
  openInTab: 'Open in a new tab',
  /** The button that leads to the app's sign-in. */
  signIn: 'Sign in',
  address: 'This link does not lead to a meeting.',
  addressHelp: 'Check that it is complete, or ask the host for a new one.',
  blocked: 'The meeting cannot be shown on this page.',
  blockedHelp: 'Open it in a tab of its own.',
  silent: 'The meeting does not respond.',
  silentHelp: 'Check your connection and try again, or open the meeting in a tab of its own.',
  devices: 'This page cannot use your camera or microphone.',
  devicesHelp: 'Open the meeting in a tab of its own.',
  camera: 'Your camera or microphone is blocked.',
  /** How to allow them in Chrome, Edge and other browsers of the Chromium family. */
  cameraHelp: 'Select the icon to the left of the address, allow camera and microphone, then try again.',
  /** How to allow them in Firefox. */
  cameraHelpFirefox: 'Select the crossed-out camera beside the address, remove the block, then try again.',
  /** How to allow them in Safari. */
  cameraHelpSafari:
    'Open the page menu beside the address, choose the settings for this website, allow camera and microphone, then try again.',
  browser: 'This browser cannot show the meeting.',
  browserHelp: 'Open this page in a current version of Chrome, Edge, Firefox or Safari.',
  signInFirst: 'Sign in to join the meeting.',
  signInHelp: 'It is open to people who are signed in.',
  notAllowed: 'You cannot join this meeting.',
  notAllowedHelp: 'Ask the host to let you in, then try again.',
  notFound: 'There is no such meeting.',
  notFoundHelp: 'Check the link, or ask the host for a new one.',
  busy: 'Many people are joining at the moment.',
  busyHelp: 'Try again in a minute.',
  network: 'There is no connection.',
  networkHelp: 'Check your network, then try again.',
};

/** The texts of `MeetingConsent`, in English. */
export const consentLabels = {
  /** The title of the question. */
  consent: 'Before you join',
  /** What is asked. */
  consentText:
    'This meeting may be recorded. If you join, your picture, your voice and your messages are part of the recording.',
  /** The button that agrees. */
  agree: 'Agree and join',
  /** The button that does not. */
  notNow: 'Not now',
  /** Shown after "Not now". */
  declined: 'You have not joined.',
};

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

type Texts<Labels> = { readonly [Key in keyof Labels]: string };

/** Every text that the component, the provider and the panels show themselves. Each defaults to English. */
export interface MeetingLabels
  extends
    Texts<typeof roomLabels>,
    Texts<typeof problemLabels>,
    Texts<typeof consentLabels>,
    Texts<typeof endedLabels>,
    Texts<typeof windowLabels> {}
