import { consentLabels } from '../labels/consentLabels.js';
import { endedLabels } from '../labels/endedLabels.js';
import { problemLabels } from '../labels/problemLabels.js';
import { roomLabels } from '../labels/roomLabels.js';
import { windowLabels } from '../labels/windowLabels.js';
import type { MeetingLabels } from '../labels/MeetingLabels.js';

/** All texts in English: what is shown by default, to start a translation from. */
export const labelsEn: MeetingLabels = /* @__PURE__ */ Object.freeze({
  ...roomLabels,
  ...problemLabels,
  ...consentLabels,
  ...endedLabels,
  ...windowLabels,
});
