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
  }
};
