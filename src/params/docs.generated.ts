// Made by `npm run generate` from the docblocks. Do not edit.
import type { ParamDocs, ParamGroup } from './types.js';

/** The groups of parameters in their order, with their titles. */
export const paramGroups: readonly ParamGroup[] = [
  {
    "group": "participant",
    "title": "Participant"
  },
  {
    "group": "media",
    "title": "Camera and microphone"
  },
  {
    "group": "layout",
    "title": "Layout"
  },
  {
    "group": "controls",
    "title": "Buttons and displays"
  },
  {
    "group": "features",
    "title": "Features"
  }
];

/** The group and the sentence of each parameter, for tools. An app that does not import it does not carry it. */
export const paramDocs: ParamDocs = {
  "displayName": {
    "group": "participant",
    "default": "the room asks",
    "summary": "The name others see for this participant, so that the room does not ask for it. At most 100 characters, none of `$ ! < > : ;`."
  },
  "avatarUrl": {
    "group": "participant",
    "default": "no picture",
    "summary": "The participant's picture: a square PNG or JPEG of at most 64 by 64 pixels, over https and without a query string, from a host on the account's allowed-domains list."
  },
  "externalId": {
    "group": "participant",
    "default": "none",
    "summary": "Your own identifier for this participant. It comes back in events, webhooks and insights. At most 36 letters, digits, `-` or `_`."
  },
  "metadata": {
    "group": "participant",
    "default": "none",
    "summary": "Text passed on to participant events and webhooks. The participant can see and change it, so sign it before you trust it."
  },
  "emojiSkinTone": {
    "group": "participant",
    "default": "yellow",
    "summary": "The initial skin tone of this participant's reactions, such as `3`.",
    "undocumented": true
  },
  "audio": {
    "group": "media",
    "default": "on",
    "summary": "Whether the microphone is on when the participant joins."
  },
  "video": {
    "group": "media",
    "default": "on",
    "summary": "Whether the camera is on when the participant joins."
  },
  "cameraAccess": {
    "group": "media",
    "default": "on",
    "summary": "Whether the camera may be used at all; when off, the browser does not ask for it."
  },
  "cameraEffect": {
    "group": "media",
    "default": "no effect",
    "summary": "The initial effect on the participant's camera, which they can change."
  },
  "virtualBackgroundUrl": {
    "group": "media",
    "default": "none",
    "summary": "A picture of your own behind the participant: a 1280 by 720 JPEG or PNG, served with CORS headers."
  },
  "aec": {
    "group": "media",
    "default": "on",
    "summary": "Whether echo is cancelled; off suits music. Noise reduction needs it on."
  },
  "agc": {
    "group": "media",
    "default": "on",
    "summary": "Whether the microphone's level is adjusted automatically; off suits music. Noise reduction needs it on."
  },
  "audioDenoiser": {
    "group": "media",
    "default": "off",
    "summary": "Whether background noise is removed; this costs processing time on slow devices."
  },
  "lowData": {
    "group": "media",
    "default": "off",
    "summary": "Whether video starts at a lower resolution, to save data."
  },
  "skipMediaPermissionPrompt": {
    "group": "media",
    "default": "off",
    "summary": "Skips the room's own screen that explains the permissions, so that the browser asks at once. Android WebViews need it."
  },
  "minimal": {
    "group": "layout",
    "default": "off",
    "summary": "Hides nearly everything but camera and microphone. These it hides, and each can be set to on to bring it back: `topToolbar`, `screenshare`, `chat`, `people`, `leaveButton`, `logo`, `participantCount`, `settingsButton`, `pipButton`, `moreButton`, `reactions`, `help`, `emptyRoomInvitation`, `localization`, `callQualityMonitoring`, `breakout`, `recording`, `roomIntegrations`."
  },
  "background": {
    "group": "layout",
    "default": "on",
    "summary": "Whether the room has its own background; when off, your page shows through."
  },
  "floatSelf": {
    "group": "layout",
    "default": "off",
    "summary": "Floats the participant's own video in the bottom right corner."
  },
  "autoHideSelfView": {
    "group": "layout",
    "default": "off",
    "summary": "Hides the floating own video when it is not needed. Needs `floatSelf`."
  },
  "autoSpotlight": {
    "group": "layout",
    "default": "off",
    "summary": "Puts the participant in the spotlight when they join. For hosts."
  },
  "highlightActiveSpeaker": {
    "group": "layout",
    "default": "on",
    "summary": "Whether the participant who is speaking is highlighted."
  },
  "subgridLabels": {
    "group": "layout",
    "default": "off",
    "summary": "Whether the small tiles below the grid show names."
  },
  "topToolbar": {
    "group": "layout",
    "default": "on",
    "summary": "Whether there is a bar at the top."
  },
  "bottomToolbar": {
    "group": "layout",
    "default": "on",
    "summary": "Whether there is a bar at the bottom."
  },
  "toolbarText": {
    "group": "layout",
    "default": "on",
    "summary": "Whether the buttons in the bars have labels under them."
  },
  "toolbarDarkText": {
    "group": "layout",
    "default": "off",
    "summary": "Shows the labels under the buttons in black, for light backgrounds."
  },
  "screenshare": {
    "group": "controls",
    "default": "on",
    "summary": "Whether there is a button to share the screen."
  },
  "chat": {
    "group": "controls",
    "default": "on",
    "summary": "Whether there is a button for the chat. Messages are not kept after the meeting."
  },
  "chatDownload": {
    "group": "controls",
    "default": "on",
    "summary": "Whether this participant may download the chat. Turn it off where HIPAA applies."
  },
  "people": {
    "group": "controls",
    "default": "on",
    "summary": "Whether there is a button for the list of participants."
  },
  "leaveButton": {
    "group": "controls",
    "default": "on",
    "summary": "Whether there is a button to leave."
  },
  "logo": {
    "group": "controls",
    "default": "on",
    "summary": "Whether the header shows the logo."
  },
  "locking": {
    "group": "controls",
    "default": "on",
    "summary": "Whether there is a button to lock the room; when off, hosts cannot lock it in any other way either."
  },
  "participantCount": {
    "group": "controls",
    "default": "on",
    "summary": "Whether the number of participants is shown."
  },
  "settingsButton": {
    "group": "controls",
    "default": "on",
    "summary": "Whether there is a button for the settings."
  },
  "pipButton": {
    "group": "controls",
    "default": "on",
    "summary": "Whether there is a button for Picture in Picture."
  },
  "moreButton": {
    "group": "controls",
    "default": "on",
    "summary": "Whether there is a button for more actions."
  },
  "reactions": {
    "group": "controls",
    "default": "on",
    "summary": "Whether there is a button for emoji reactions.",
    "undocumented": true
  },
  "help": {
    "group": "controls",
    "default": "on",
    "summary": "Whether there is a link to the help pages.",
    "undocumented": true
  },
  "hideLegend": {
    "group": "controls",
    "default": "off",
    "summary": "Passed on to the room; the service does not document what it does.",
    "undocumented": true
  },
  "emptyRoomInvitation": {
    "group": "controls",
    "default": "on",
    "summary": "Whether a participant who is alone in the room is shown how to invite others.",
    "undocumented": true
  },
  "localization": {
    "group": "controls",
    "default": "on",
    "summary": "Whether the participant can choose another language."
  },
  "callQualityMonitoring": {
    "group": "controls",
    "default": "on",
    "summary": "Whether connection diagnostics are shown. They are in the top bar, and with `minimal` they must be set to on."
  },
  "lang": {
    "group": "features",
    "default": "the browser's language",
    "summary": "The language of the room. See `toWherebyLanguage` for the code of a locale."
  },
  "breakout": {
    "group": "features",
    "default": "on",
    "summary": "Whether the host can open breakout groups. Needs a room in group mode, and with `minimal` it must be set to on."
  },
  "groups": {
    "group": "features",
    "default": "none",
    "summary": "Names of breakout groups to prepare: at most 20, without commas."
  },
  "timer": {
    "group": "features",
    "default": "off",
    "summary": "Whether the time of the meeting is shown; when off, a host can still start it from the menu with more actions."
  },
  "precallReview": {
    "group": "features",
    "default": "on",
    "summary": "Whether participants check camera and microphone before they join."
  },
  "precallCeremony": {
    "group": "features",
    "default": "off",
    "summary": "Whether devices and connection are tested before joining. Part of `precallReview`."
  },
  "precallCeremonyCanSkip": {
    "group": "features",
    "default": "on",
    "summary": "Whether the test before joining can be skipped. Part of `precallReview`."
  },
  "precallPermissionsHelpLink": {
    "group": "features",
    "default": "the service's help",
    "summary": "A link to help, shown before joining when camera or microphone are blocked."
  },
  "personality": {
    "group": "features",
    "default": "on",
    "summary": "Whether the room's wording is cheerful; when off, it is neutral."
  },
  "recording": {
    "group": "features",
    "default": "on",
    "summary": "Whether there are controls for recording. Local recording needs it on."
  },
  "roomIntegrations": {
    "group": "features",
    "default": "on",
    "summary": "Whether YouTube and Miro can be used in the room. Off by default with `minimal`."
  }
};
