import { choice } from './kinds/choice.js';
import { flag } from './kinds/flag.js';
import type { Kind } from './kinds/Kind.js';
import { list } from './kinds/list.js';
import { text } from './kinds/text.js';
import { toggle } from './kinds/toggle.js';
import { url } from './kinds/url.js';

/**
 * THE LIST of room parameters: one documented entry each, keyed by the name an app types.
 * Types, builder, parser, tables, Storybook's controls and the sandbox's behaviour follow from it.
 * Keep it one flat literal, or the docblocks no longer reach the props in the editor.
 *
 * Tags are read by `npm run generate` and add nothing to a bundle. `@group` sorts the tables, `@undocumented` marks
 * what the service's own reference does not name. The others become warnings of `checkParams`: `@requires other`,
 * `@conflicts other=off`, `@host`, and `@hiddenBy other` (unless this parameter is on). What is `@hiddenBy minimal` is
 * written into the docblock of `minimal` as well.
 */
export const params = {
  /**
   * The name others see for this participant, so that the room does not ask for it. At most 100 characters, none of `$ ! < > : ;`.
   * @group participant
   */
  displayName: text(/^[^$!<>:;]{0,100}$/, 'takes at most 100 characters, none of $ ! < > : ;'),
  /**
   * The participant's picture: a square PNG or JPEG of at most 64 by 64 pixels, over https and without a query string, from a host on the account's allowed-domains list.
   * @group participant
   */
  avatarUrl: url(/^(https:\/\/[^\s?]+)?$/, 'takes an https URL without a query'),
  /**
   * Your own identifier for this participant. It comes back in events, webhooks and insights. At most 36 letters, digits, `-` or `_`.
   * @group participant
   */
  externalId: text(/^[\w-]{0,36}$/, 'takes at most 36 letters, digits, "-" or "_"'),
  /**
   * Text passed on to participant events and webhooks. The participant can see and change it, so sign it before you trust it.
   * @group participant
   */
  metadata: text(),
  /**
   * The initial skin tone of this participant's reactions, such as `3`.
   * @group participant
   * @undocumented
   */
  emojiSkinTone: text(),
  /**
   * Whether the microphone is on when the participant joins.
   * @group media
   */
  audio: toggle,
  /**
   * Whether the camera is on when the participant joins.
   * @group media
   */
  video: toggle,
  /**
   * Whether the camera may be used at all; when off, the browser does not ask for it.
   * @group media
   */
  cameraAccess: { ...toggle, permission: 'camera' },
  /**
   * The initial effect on the participant's camera, which they can change.
   * @group media
   */
  cameraEffect: choice(
    'slight-blur',
    'blur',
    'image-cabin',
    'image-concrete',
    'image-brick',
    'image-sunrise',
    'image-day',
    'image-night',
  ),
  /**
   * A picture of your own behind the participant: a 1280 by 720 JPEG or PNG, served with CORS headers.
   * @group media
   */
  virtualBackgroundUrl: url(),
  /**
   * Whether echo is cancelled; off suits music. Noise reduction needs it on.
   * @group media
   */
  aec: toggle,
  /**
   * Whether the microphone's level is adjusted automatically; off suits music. Noise reduction needs it on.
   * @group media
   */
  agc: toggle,
  /**
   * Whether background noise is removed; this costs processing time on slow devices.
   * @group media
   * @conflicts aec=off
   * @conflicts agc=off
   */
  audioDenoiser: toggle,
  /**
   * Whether video starts at a lower resolution, to save data.
   * @group media
   */
  lowData: toggle,
  /**
   * Skips the room's own screen that explains the permissions, so that the browser asks at once. Android WebViews need it.
   * @group media
   */
  skipMediaPermissionPrompt: flag,
  /**
   * Hides nearly everything but camera and microphone. These it hides, and each can be set to on to bring it back: `topToolbar`, `screenshare`, `chat`, `people`, `leaveButton`, `logo`, `participantCount`, `settingsButton`, `pipButton`, `moreButton`, `reactions`, `help`, `emptyRoomInvitation`, `localization`, `callQualityMonitoring`, `breakout`, `recording`, `roomIntegrations`.
   * @group layout
   */
  minimal: { ...flag, alias: 'embed' },
  /**
   * Whether the room has its own background; when off, your page shows through.
   * @group layout
   */
  background: toggle,
  /**
   * Floats the participant's own video in the bottom right corner.
   * @group layout
   */
  floatSelf: flag,
  /**
   * Hides the floating own video when it is not needed. Needs `floatSelf`.
   * @group layout
   * @requires floatSelf
   */
  autoHideSelfView: flag,
  /**
   * Puts the participant in the spotlight when they join. For hosts.
   * @group layout
   * @host
   */
  autoSpotlight: flag,
  /**
   * Whether the participant who is speaking is highlighted.
   * @group layout
   */
  highlightActiveSpeaker: toggle,
  /**
   * Whether the small tiles below the grid show names.
   * @group layout
   */
  subgridLabels: toggle,
  /**
   * Whether there is a bar at the top.
   * @group layout
   * @hiddenBy minimal
   */
  topToolbar: toggle,
  /**
   * Whether there is a bar at the bottom.
   * @group layout
   */
  bottomToolbar: toggle,
  /**
   * Whether the buttons in the bars have labels under them.
   * @group layout
   */
  toolbarText: toggle,
  /**
   * Shows the labels under the buttons in black, for light backgrounds.
   * @group layout
   */
  toolbarDarkText: flag,
  /**
   * Whether there is a button to share the screen.
   * @group controls
   * @hiddenBy minimal
   */
  screenshare: toggle,
  /**
   * Whether there is a button for the chat. Messages are not kept after the meeting.
   * @group controls
   * @hiddenBy minimal
   */
  chat: toggle,
  /**
   * Whether this participant may download the chat. Turn it off where HIPAA applies.
   * @group controls
   */
  chatDownload: toggle,
  /**
   * Whether there is a button for the list of participants.
   * @group controls
   * @hiddenBy minimal
   */
  people: toggle,
  /**
   * Whether there is a button to leave.
   * @group controls
   * @hiddenBy minimal
   */
  leaveButton: toggle,
  /**
   * Whether the header shows the logo.
   * @group controls
   * @hiddenBy minimal
   */
  logo: toggle,
  /**
   * Whether there is a button to lock the room; when off, hosts cannot lock it in any other way either.
   * @group controls
   */
  locking: toggle,
  /**
   * Whether the number of participants is shown.
   * @group controls
   * @hiddenBy minimal
   */
  participantCount: toggle,
  /**
   * Whether there is a button for the settings.
   * @group controls
   * @hiddenBy minimal
   */
  settingsButton: toggle,
  /**
   * Whether there is a button for Picture in Picture.
   * @group controls
   * @hiddenBy minimal
   */
  pipButton: toggle,
  /**
   * Whether there is a button for more actions.
   * @group controls
   * @hiddenBy minimal
   */
  moreButton: toggle,
  /**
   * Whether there is a button for emoji reactions.
   * @group controls
   * @undocumented
   * @hiddenBy minimal
   */
  reactions: toggle,
  /**
   * Whether there is a link to the help pages.
   * @group controls
   * @undocumented
   * @hiddenBy minimal
   */
  help: toggle,
  /**
   * Passed on to the room; the service does not document what it does.
   * @group controls
   * @undocumented
   */
  hideLegend: toggle,
  /**
   * Whether a participant who is alone in the room is shown how to invite others.
   * @group controls
   * @undocumented
   * @hiddenBy minimal
   */
  emptyRoomInvitation: toggle,
  /**
   * Whether the participant can choose another language.
   * @group controls
   * @hiddenBy minimal
   */
  localization: toggle,
  /**
   * Whether connection diagnostics are shown. They are in the top bar, and with `minimal` they must be set to on.
   * @group controls
   * @conflicts topToolbar=off
   * @hiddenBy minimal
   */
  callQualityMonitoring: toggle,
  /**
   * The language of the room. See `toWherebyLanguage` for the code of a locale.
   * @group features
   */
  lang: choice(
    'cs',
    'da',
    'de',
    'el',
    'en',
    'es',
    'fr',
    'hi',
    'hu',
    'it',
    'jp',
    'nb',
    'nl',
    'pl',
    'pt',
    'sv',
    'uk',
    'zh-hant',
  ),
  /**
   * Whether the host can open breakout groups. Needs a room in group mode, and with `minimal` it must be set to on.
   * @group features
   * @hiddenBy minimal
   */
  breakout: toggle,
  /**
   * Names of breakout groups to prepare: at most 20, without commas.
   * @group features
   */
  groups: list(20),
  /**
   * Whether the time of the meeting is shown; when off, a host can still start it from the menu with more actions.
   * @group features
   */
  timer: toggle,
  /**
   * Whether participants check camera and microphone before they join.
   * @group features
   */
  precallReview: toggle,
  /**
   * Whether devices and connection are tested before joining. Part of `precallReview`.
   * @group features
   * @conflicts precallReview=off
   */
  precallCeremony: toggle,
  /**
   * Whether the test before joining can be skipped. Part of `precallReview`.
   * @group features
   * @conflicts precallReview=off
   */
  precallCeremonyCanSkip: toggle,
  /**
   * A link to help, shown before joining when camera or microphone are blocked.
   * @group features
   */
  precallPermissionsHelpLink: { ...url(), alias: 'precallPermissionHelpLink', writesAlias: true },
  /**
   * Whether the room's wording is cheerful; when off, it is neutral.
   * @group features
   */
  personality: toggle,
  /**
   * Whether there are controls for recording. Local recording needs it on.
   * @group features
   * @hiddenBy minimal
   */
  recording: toggle,
  /**
   * Whether YouTube and Miro can be used in the room. Off by default with `minimal`.
   * @group features
   * @hiddenBy minimal
   */
  roomIntegrations: toggle,
} satisfies Record<string, Kind>;
