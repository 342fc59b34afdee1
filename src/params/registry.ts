import { choice } from './kinds/choice.js';
import { flag } from './kinds/flag.js';
import type { Kind } from './kinds/Kind.js';
import { list } from './kinds/list.js';
import { text } from './kinds/text.js';
import { toggle } from './kinds/toggle.js';
import { url } from './kinds/url.js';

/* Types, builder, parser, tables, Storybook's controls and the sandbox's behaviour follow from this list.
 * Keep it one flat literal, or the docblocks no longer reach the props in the editor.
 *
 * Tags are read by `npm run generate` and add nothing to a bundle. `@group` sorts the tables, `@default` is what the room
 * does if the parameter is not set, `@undocumented` marks what the service's own reference does not name. `@example`
 * is only for a parameter whose kind does not give one: the build writes example and link into the published types.
 * These tags become warnings of `checkParams`: `@requires other`, `@conflicts other=off`, `@host`, and `@hiddenBy other`
 * (unless this parameter is on). What is `@hiddenBy minimal` is written into the docblock of `minimal` as well.
 */

/** THE LIST of room parameters: one documented entry each, keyed by the name an app types. */
export const params = {
  /**
   * The name others see for this participant, so that the room does not ask for it. At most 100 characters, none of `$ ! < > : ;`.
   * @group participant
   * @default the room asks
   * @example displayName="Ada Lovelace"
   */
  displayName: text(/^[^$!<>:;]{0,100}$/, 'takes at most 100 characters, none of $ ! < > : ;'),
  /**
   * The participant's picture: a square PNG or JPEG of at most 64 by 64 pixels, over https and without a query string, from a host on the account's allowed-domains list.
   * @group participant
   * @default no picture
   * @example avatarUrl="https://acme.example/people/ada.png"
   */
  avatarUrl: url(/^(https:\/\/[^\s?]+)?$/, 'takes an https URL without a query'),
  /**
   * Your own identifier for this participant. It comes back in events, webhooks and insights. At most 36 letters, digits, `-` or `_`.
   * @group participant
   * @default none
   * @example externalId="user-42"
   */
  externalId: text(/^[\w-]{0,36}$/, 'takes at most 36 letters, digits, "-" or "_"'),
  /**
   * Text passed on to participant events and webhooks. The participant can see and change it, so sign it before you trust it.
   * @group participant
   * @default none
   * @example metadata="class 7b"
   */
  metadata: text(),
  /**
   * The initial skin tone of this participant's reactions, such as `3`.
   * @group participant
   * @undocumented
   * @default yellow
   * @example emojiSkinTone="3"
   */
  emojiSkinTone: text(),
  /**
   * Whether the microphone is on when the participant joins.
   * @group media
   * @default on
   */
  audio: toggle,
  /**
   * Whether the camera is on when the participant joins.
   * @group media
   * @default on
   */
  video: toggle,
  /**
   * Whether the camera may be used at all; when off, the browser does not ask for it.
   * @group media
   * @default on
   */
  cameraAccess: { ...toggle, permission: 'camera' },
  /**
   * The initial effect on the participant's camera, which they can change.
   * @group media
   * @default no effect
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
   * @default none
   * @example virtualBackgroundUrl="https://acme.example/office.jpg"
   */
  virtualBackgroundUrl: url(),
  /**
   * Whether echo is cancelled; off suits music. Noise reduction needs it on.
   * @group media
   * @default on
   */
  aec: toggle,
  /**
   * Whether the microphone's level is adjusted automatically; off suits music. Noise reduction needs it on.
   * @group media
   * @default on
   */
  agc: toggle,
  /**
   * Whether background noise is removed; this costs processing time on slow devices.
   * @group media
   * @conflicts aec=off
   * @conflicts agc=off
   * @default off
   */
  audioDenoiser: toggle,
  /**
   * Whether video starts at a lower resolution, to save data.
   * @group media
   * @default off
   */
  lowData: toggle,
  /**
   * Skips the room's own screen that explains the permissions, so that the browser asks at once. Android WebViews need it.
   * @group media
   * @default off
   */
  skipMediaPermissionPrompt: flag,
  /**
   * Hides nearly everything but camera and microphone. These it hides, and each can be set to on to bring it back: `topToolbar`, `screenshare`, `chat`, `people`, `leaveButton`, `logo`, `participantCount`, `settingsButton`, `pipButton`, `moreButton`, `reactions`, `help`, `emptyRoomInvitation`, `localization`, `callQualityMonitoring`, `breakout`, `recording`, `roomIntegrations`.
   * @group layout
   * @default off
   */
  minimal: { ...flag, alias: 'embed' },
  /**
   * Whether the room has its own background; when off, your page shows through.
   * @group layout
   * @default on
   */
  background: toggle,
  /**
   * Floats the participant's own video in the bottom right corner.
   * @group layout
   * @default off
   */
  floatSelf: flag,
  /**
   * Hides the floating own video when it is not needed. Needs `floatSelf`.
   * @group layout
   * @requires floatSelf
   * @default off
   */
  autoHideSelfView: flag,
  /**
   * Puts the participant in the spotlight when they join. For hosts.
   * @group layout
   * @host
   * @default off
   */
  autoSpotlight: flag,
  /**
   * Whether the participant who is speaking is highlighted.
   * @group layout
   * @default on
   */
  highlightActiveSpeaker: toggle,
  /**
   * Whether the small tiles below the grid show names.
   * @group layout
   * @default off
   */
  subgridLabels: toggle,
  /**
   * Whether there is a bar at the top.
   * @group layout
   * @hiddenBy minimal
   * @default on
   */
  topToolbar: toggle,
  /**
   * Whether there is a bar at the bottom.
   * @group layout
   * @default on
   */
  bottomToolbar: toggle,
  /**
   * Whether the buttons in the bars have labels under them.
   * @group layout
   * @default on
   */
  toolbarText: toggle,
  /**
   * Shows the labels under the buttons in black, for light backgrounds.
   * @group layout
   * @default off
   */
  toolbarDarkText: flag,
  /**
   * Whether there is a button to share the screen.
   * @group controls
   * @hiddenBy minimal
   * @default on
   */
  screenshare: toggle,
  /**
   * Whether there is a button for the chat. Messages are not kept after the meeting.
   * @group controls
   * @hiddenBy minimal
   * @default on
   */
  chat: toggle,
  /**
   * Whether this participant may download the chat. Turn it off where HIPAA applies.
   * @group controls
   * @default on
   */
  chatDownload: toggle,
  /**
   * Whether there is a button for the list of participants.
   * @group controls
   * @hiddenBy minimal
   * @default on
   */
  people: toggle,
  /**
   * Whether there is a button to leave.
   * @group controls
   * @hiddenBy minimal
   * @default on
   */
  leaveButton: toggle,
  /**
   * Whether the header shows the logo.
   * @group controls
   * @hiddenBy minimal
   * @default on
   */
  logo: toggle,
  /**
   * Whether there is a button to lock the room; when off, hosts cannot lock it in any other way either.
   * @group controls
   * @default on
   */
  locking: toggle,
  /**
   * Whether the number of participants is shown.
   * @group controls
   * @hiddenBy minimal
   * @default on
   */
  participantCount: toggle,
  /**
   * Whether there is a button for the settings.
   * @group controls
   * @hiddenBy minimal
   * @default on
   */
  settingsButton: toggle,
  /**
   * Whether there is a button for Picture in Picture.
   * @group controls
   * @hiddenBy minimal
   * @default on
   */
  pipButton: toggle,
  /**
   * Whether there is a button for more actions.
   * @group controls
   * @hiddenBy minimal
   * @default on
   */
  moreButton: toggle,
  /**
   * Whether there is a button for emoji reactions.
   * @group controls
   * @undocumented
   * @hiddenBy minimal
   * @default on
   */
  reactions: toggle,
  /**
   * Whether there is a link to the help pages.
   * @group controls
   * @undocumented
   * @hiddenBy minimal
   * @default on
   */
  help: toggle,
  /**
   * Passed on to the room; the service does not document what it does.
   * @group controls
   * @undocumented
   * @default off
   */
  hideLegend: toggle,
  /**
   * Whether a participant who is alone in the room is shown how to invite others.
   * @group controls
   * @undocumented
   * @hiddenBy minimal
   * @default on
   */
  emptyRoomInvitation: toggle,
  /**
   * Whether the participant can choose another language.
   * @group controls
   * @hiddenBy minimal
   * @default on
   */
  localization: toggle,
  /**
   * Whether connection diagnostics are shown. They are in the top bar, and with `minimal` they must be set to on.
   * @group controls
   * @conflicts topToolbar=off
   * @hiddenBy minimal
   * @default on
   */
  callQualityMonitoring: toggle,
  /**
   * The language of the room. See `toWherebyLanguage` for the code of a locale.
   * @group features
   * @default the browser's language
   * @example lang="fr"
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
   * @default on
   */
  breakout: toggle,
  /**
   * Names of breakout groups to prepare: at most 20, without commas.
   * @group features
   * @default none
   * @example groups={['red', 'blue']}
   */
  groups: list(20),
  /**
   * Whether the time of the meeting is shown; when off, a host can still start it from the menu with more actions.
   * @group features
   * @default off
   */
  timer: toggle,
  /**
   * Whether participants check camera and microphone before they join.
   * @group features
   * @default on
   */
  precallReview: toggle,
  /**
   * Whether devices and connection are tested before joining. Part of `precallReview`.
   * @group features
   * @conflicts precallReview=off
   * @default off
   */
  precallCeremony: toggle,
  /**
   * Whether the test before joining can be skipped. Part of `precallReview`.
   * @group features
   * @conflicts precallReview=off
   * @default on
   */
  precallCeremonyCanSkip: toggle,
  /**
   * A link to help, shown before joining when camera or microphone are blocked.
   * @group features
   * @default the service's help
   * @example precallPermissionsHelpLink="https://acme.example/help/camera"
   */
  precallPermissionsHelpLink: { ...url(), alias: 'precallPermissionHelpLink', writesAlias: true },
  /**
   * Whether the room's wording is cheerful; when off, it is neutral.
   * @group features
   * @default on
   */
  personality: toggle,
  /**
   * Whether there are controls for recording. Local recording needs it on.
   * @group features
   * @hiddenBy minimal
   * @default on
   */
  recording: toggle,
  /**
   * Whether YouTube and Miro can be used in the room. Off by default with `minimal`.
   * @group features
   * @hiddenBy minimal
   * @default on
   */
  roomIntegrations: toggle,
} satisfies Record<string, Kind>;
