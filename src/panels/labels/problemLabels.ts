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
