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
  /** Shown when the address is not that of a room. */
  address: 'This link does not lead to a meeting.',
  /** What to do about a wrong address. */
  addressHelp: 'Check that it is complete, or ask the host for a new one.',
  /** Shown when the page or the browser keeps the room out. */
  blocked: 'The meeting cannot be shown on this page.',
  /** What to do when the room is kept out. */
  blockedHelp: 'Open it in a tab of its own.',
  /** Shown when the room has not reported within `readyTimeout` that it is ready. */
  silent: 'The meeting does not respond.',
  /** What to do when the room does not respond. */
  silentHelp: 'Check your connection and try again, or open the meeting in a tab of its own.',
  /** Shown when the page's headers withhold camera or microphone. */
  devices: 'This page cannot use your camera or microphone.',
  /** What to do when camera or microphone are withheld. */
  devicesHelp: 'Open the meeting in a tab of its own.',
  /** Shown when the participant has denied camera or microphone. */
  camera: 'Your camera or microphone is blocked.',
  /** How to allow them in Chrome, Edge and other browsers of the Chromium family. */
  cameraHelp: 'Select the icon to the left of the address, allow camera and microphone, then try again.',
  /** How to allow them in Firefox. */
  cameraHelpFirefox: 'Select the crossed-out camera beside the address, remove the block, then try again.',
  /** How to allow them in Safari. */
  cameraHelpSafari:
    'Open the page menu beside the address, choose the settings for this website, allow camera and microphone, then try again.',
  /** Shown when the browser lacks what a meeting needs. */
  browser: 'This browser cannot show the meeting.',
  /** What to do about the browser. */
  browserHelp: 'Open this page in a current version of Chrome, Edge, Firefox or Safari.',
  /** Shown to whoever is not signed in. */
  signInFirst: 'Sign in to join the meeting.',
  /** Why to sign in. */
  signInHelp: 'It is open to people who are signed in.',
  /** Shown to whoever may not enter. */
  notAllowed: 'You cannot join this meeting.',
  /** What to do to be let in. */
  notAllowedHelp: 'Ask the host to let you in, then try again.',
  /** Shown when the meeting does not exist. */
  notFound: 'There is no such meeting.',
  /** What to do when the meeting does not exist. */
  notFoundHelp: 'Check the link, or ask the host for a new one.',
  /** Shown while the service takes no more requests. */
  busy: 'Many people are joining at the moment.',
  /** What to do while the service is busy. */
  busyHelp: 'Try again in a minute.',
  /** Shown when the server cannot be reached. */
  network: 'There is no connection.',
  /** What to do when the server cannot be reached. */
  networkHelp: 'Check your network, then try again.',
};
