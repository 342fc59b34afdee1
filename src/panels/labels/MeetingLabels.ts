import type { consentLabels } from './consentLabels.js';
import type { endedLabels } from './endedLabels.js';
import type { problemLabels } from './problemLabels.js';
import type { roomLabels } from './roomLabels.js';
import type { windowLabels } from './windowLabels.js';

type Texts<Labels> = { readonly [Key in keyof Labels]: string };

/** Every text that the component, the provider and the panels show themselves. Each defaults to English. */
export interface MeetingLabels
  extends
    Texts<typeof roomLabels>,
    Texts<typeof problemLabels>,
    Texts<typeof consentLabels>,
    Texts<typeof endedLabels>,
    Texts<typeof windowLabels> {}
