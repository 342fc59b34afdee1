import type { LabelKey } from '../labels/en.js';

/** The label of each camera effect, by the value of the parameter. */
const labels: Readonly<Record<string, LabelKey>> = {
  'slight-blur': 'slightBlur',
  blur: 'blur',
  'image-cabin': 'cabin',
  'image-concrete': 'concrete',
  'image-brick': 'brick',
  'image-sunrise': 'sunrise',
  'image-day': 'day',
  'image-night': 'night',
};

/** The label of an effect. Any other value is the URL of a picture of the participant's own. */
export const getEffectLabel = (effect: string | null): LabelKey =>
  effect === null ? 'noEffect' : (labels[effect] ?? 'ownPicture');
