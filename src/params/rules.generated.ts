// Made by `npm run generate` from the docblocks. Do not edit.
import type { ParamRule } from './checkParams.js';
import type { ParamName } from './types.js';

export const rules: Partial<Record<ParamName, ParamRule>> = {
  "audioDenoiser": {
    "conflicts": {
      "aec": false,
      "agc": false
    }
  },
  "autoHideSelfView": {
    "requires": [
      "floatSelf"
    ]
  },
  "autoSpotlight": {
    "host": true
  },
  "topToolbar": {
    "hiddenBy": [
      "minimal"
    ]
  },
  "screenshare": {
    "hiddenBy": [
      "minimal"
    ]
  },
  "chat": {
    "hiddenBy": [
      "minimal"
    ]
  },
  "people": {
    "hiddenBy": [
      "minimal"
    ]
  },
  "leaveButton": {
    "hiddenBy": [
      "minimal"
    ]
  },
  "logo": {
    "hiddenBy": [
      "minimal"
    ]
  },
  "participantCount": {
    "hiddenBy": [
      "minimal"
    ]
  },
  "settingsButton": {
    "hiddenBy": [
      "minimal"
    ]
  },
  "pipButton": {
    "hiddenBy": [
      "minimal"
    ]
  },
  "moreButton": {
    "hiddenBy": [
      "minimal"
    ]
  },
  "reactions": {
    "hiddenBy": [
      "minimal"
    ]
  },
  "help": {
    "hiddenBy": [
      "minimal"
    ]
  },
  "emptyRoomInvitation": {
    "hiddenBy": [
      "minimal"
    ]
  },
  "localization": {
    "hiddenBy": [
      "minimal"
    ]
  },
  "callQualityMonitoring": {
    "conflicts": {
      "topToolbar": false
    },
    "hiddenBy": [
      "minimal"
    ]
  },
  "breakout": {
    "hiddenBy": [
      "minimal"
    ]
  },
  "precallCeremony": {
    "conflicts": {
      "precallReview": false
    }
  },
  "precallCeremonyCanSkip": {
    "conflicts": {
      "precallReview": false
    }
  },
  "recording": {
    "hiddenBy": [
      "minimal"
    ]
  },
  "roomIntegrations": {
    "hiddenBy": [
      "minimal"
    ]
  }
};
