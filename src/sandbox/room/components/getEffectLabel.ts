import type { LabelKey } from '../labels/en.js';

/** The name of each camera effect, by the value of the parameter. */
const names: Readonly<Record<string, LabelKey>> = {
  'slight-blur': 'slightBlur',
  blur: 'blur',
  'image-cabin': 'cabin',
  'image-concrete': 'concrete',
  'image-brick': 'brick',
  'image-sunrise': 'sunrise',
  'image-day': 'day',
  'image-night': 'night',
};

/** What an effect is called; a picture of one's own has no name but that. */
export const getEffectLabel = (effect: string | null): LabelKey =>
  effect === null ? 'noEffect' : (names[effect] ?? 'ownPicture');
