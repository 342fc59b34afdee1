import { viewports } from './state.js';
import type { PlaygroundState, Viewport } from './state.js';

const names = Object.keys(viewports) as Viewport[];

/** The size after another (`1`) or before it (`-1`); after the last comes the first. */
export const stepViewport = ({ viewport }: PlaygroundState, by: 1 | -1): Viewport =>
  names[(names.indexOf(viewport) + by + names.length) % names.length]!;
