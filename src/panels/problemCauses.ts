import type { WherebyError, WherebyErrorCode } from '../errors/WherebyError.js';
import type { problemLabels } from './labels/problemLabels.js';
import type { roomLabels } from './labels/roomLabels.js';
import type { PanelIconName } from './PanelIcon.js';

/** What can help the participant. */
export type ProblemAction = 'retry' | 'openInTab' | 'signIn';

interface ProblemPanel {
  readonly icon: PanelIconName;
  readonly title: keyof (typeof roomLabels & typeof problemLabels);
  readonly help: keyof typeof problemLabels;
  /** What helps most is first. */
  readonly actions: readonly ProblemAction[];
}

/** Every reason for which a participant may see no meeting, and what is said and offered then. */
export const problemCauses = {
  /** The address leads to no room. */
  address: { icon: 'link', title: 'address', help: 'addressHelp', actions: [] },
  /** The page may not show the room. */
  blocked: { icon: 'window', title: 'blocked', help: 'blockedHelp', actions: ['openInTab'] },
  /** The room has not reported that it is ready. */
  silent: { icon: 'clock', title: 'silent', help: 'silentHelp', actions: ['retry', 'openInTab'] },
  /** The page may not use camera or microphone. */
  devices: { icon: 'camera', title: 'devices', help: 'devicesHelp', actions: ['openInTab'] },
  /** The participant, or the system, has denied camera or microphone. */
  camera: { icon: 'camera', title: 'camera', help: 'cameraHelp', actions: ['retry'] },
  /** The browser lacks what a meeting needs: see `useSupportedBrowser`. */
  browser: { icon: 'browser', title: 'browser', help: 'browserHelp', actions: [] },
  /** The participant is not signed in. */
  signIn: { icon: 'person', title: 'signInFirst', help: 'signInHelp', actions: ['signIn', 'retry'] },
  /** The participant is not let in. */
  notAllowed: { icon: 'lock', title: 'notAllowed', help: 'notAllowedHelp', actions: ['retry'] },
  /** There is no such meeting. */
  notFound: { icon: 'search', title: 'notFound', help: 'notFoundHelp', actions: [] },
  /** The meeting is over. */
  over: { icon: 'door', title: 'over', help: 'overHelp', actions: [] },
  /** The service asks to wait. */
  busy: { icon: 'people', title: 'busy', help: 'busyHelp', actions: ['retry'] },
  /** The app's server cannot be reached. */
  network: { icon: 'network', title: 'network', help: 'networkHelp', actions: ['retry'] },
  /** Something else, which only a developer can mend. */
  failed: { icon: 'warning', title: 'problem', help: 'problemHelp', actions: ['retry'] },
} satisfies Record<string, ProblemPanel>;

/** Why there is no meeting, as a participant sees it. */
export type MeetingProblemCause = keyof typeof problemCauses;

/** The causes of errors. Every other code is `failed`. */
const causeOfCode: { readonly [Code in WherebyErrorCode]?: MeetingProblemCause } = {
  ROOM_MISSING: 'address',
  ROOM_INVALID: 'address',
  ROOM_HOST_REFUSED: 'address',
  FRAME_BLOCKED: 'blocked',
  READY_TIMEOUT: 'silent',
  INSECURE_CONTEXT: 'devices',
  PERMISSIONS_POLICY: 'devices',
  SIGN_IN_REQUIRED: 'signIn',
  NOT_ALLOWED: 'notAllowed',
  MEETING_NOT_FOUND: 'notFound',
  MEETING_EXPIRED: 'over',
  SERVICE_BUSY: 'busy',
  ROOMS_UNREACHABLE: 'network',
};

/** What an error means for a participant. */
export const causeOf = ({ code }: WherebyError): MeetingProblemCause => causeOfCode[code] ?? 'failed';
