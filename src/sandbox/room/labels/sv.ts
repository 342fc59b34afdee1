import { en } from './en.js';
import type { Labels } from './en.js';

export const sv: Labels = en;
