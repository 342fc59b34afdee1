import type { Size } from './fitTiles.js';

/** The tools that move into the menu while the bar has no room for them, the most wanted first. */
const movable = ['chat', 'people', 'reactions', 'screenshare', 'groups', 'pip'] as const;
export type MovableTool = (typeof movable)[number];

/** Frames from here on have the words of the tools below their icons; see `bars.css` and `low.css`. */
const WORDS_WIDTH = 560;
const WORDS_HEIGHT = 420;

const TOOL = 48;
const TOOL_WITH_WORD = 72;
/** What the longest word takes more than the others. */
const LONGEST_WORD = 16;
const BAR_EDGES = 32;

/** Whether words below icons have to be short. */
export const needsShortWords = ({ width, height }: Size): boolean => width <= WORDS_WIDTH && height > WORDS_HEIGHT;

interface BarContent {
  readonly page: Size;
  readonly hasWords: boolean;
  /** How many tools always stay: microphone, camera, More and Leave. */
  readonly fixed: number;
  readonly tools: readonly MovableTool[];
}

/** Which tools stand in the bar's one row beside those that always do. The others go into the menu. */
export function chooseBarTools({ page, hasWords, fixed, tools }: BarContent): ReadonlySet<MovableTool> {
  const areLarge = hasWords && page.width > WORDS_WIDTH && page.height > WORDS_HEIGHT;
  const width = page.width - BAR_EDGES;
  const places = Math.floor(areLarge ? (width - LONGEST_WORD) / TOOL_WITH_WORD : width / TOOL);
  const isTooLong = (tool: MovableTool) => tool === 'pip' && hasWords && needsShortWords(page);
  const wanted = movable.filter((tool) => tools.includes(tool) && !isTooLong(tool));
  return new Set(wanted.slice(0, Math.max(0, places - fixed)));
}
