import { consentLabels, endedLabels, problemLabels, roomLabels, windowLabels } from '../labels.js';
import type { MeetingLabels } from '../labels.js';

/** All texts in English: what is shown by default, to start a translation from. */
export const labelsEn: MeetingLabels = /* @__PURE__ */ Object.freeze({
  ...roomLabels,
  ...problemLabels,
  ...consentLabels,
  ...endedLabels,
  ...windowLabels,
});
