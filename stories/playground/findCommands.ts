import type { Command } from './buildCommands.js';
import { findParams } from './findParams.js';
import { paramList } from './paramList.js';
import { splitQuery } from './splitQuery.js';

/** What people call a command besides its title, by the beginning of its id. */
const synonyms: Readonly<Record<string, string>> = {
  'size fill': 'full width responsive',
  'size phone': 'mobile iphone android small',
  'size tablet': 'ipad',
  'size laptop': 'desktop computer large',
  'size panel': 'sidebar narrow',
  'size own': 'custom width height pixels',
  'size turn': 'turn landscape portrait orientation',
  'happens knocking': 'waiting room lobby',
  'happens sharing': 'screenshare presentation',
  'happens hand': 'raise hand',
  'happens full': 'too many people crowded',
  'happens usual': 'reset default',
  'show lobby': 'lobby prejoin precall waiting',
  people: 'participants crowd alone',
  'connection offline': 'disconnected network',
  'connection unstable': 'bad slow network',
  'theme dark': 'night mode',
  'theme light': 'day mode',
  'direction rtl': 'arabic hebrew mirrored',
  behind: 'background backdrop',
  'behind own': 'custom color brand',
  'page around': 'mock app site surroundings',
  copy: 'clipboard export',
  'copy address': 'url link',
  'copy JSX': 'react code component',
  'copy iframe': 'html code',
  'copy table': 'markdown',
  'copy link': 'share url',
  undo: 'back revert',
  redo: 'forward again',
  unset: 'reset clear nothing',
};

const textOf = ({ id, group, title }: Command): string => {
  const also = Object.keys(synonyms).filter((beginning) => id.startsWith(beginning));
  return ` ${[title, group, ...also.map((beginning) => synonyms[beginning])].join(' ')}`.toLowerCase();
};

/**
 * The commands that words are about, in their order, and after them the parameters, as their own search finds them. All
 * of them if there are no words.
 */
export function findCommands(commands: readonly Command[], query: string): readonly Command[] {
  const { wanted } = splitQuery(query);
  if (!wanted.length) return commands;
  const actions = commands.filter((command) => {
    const text = textOf(command);
    return !command.param && wanted.every((word) => text.includes(` ${word}`));
  });
  const params = findParams(paramList, query).flatMap(({ name }) => commands.filter(({ param }) => param === name));
  return [...actions, ...params];
}
