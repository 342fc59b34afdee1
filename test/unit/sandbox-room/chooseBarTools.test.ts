import { describe, expect, it } from 'vitest';
import { chooseBarTools } from '../../../src/sandbox/room/view/chooseBarTools.js';

const tools = ['screenshare', 'reactions', 'chat', 'people', 'groups', 'pip'] as const;
const choose = (width: number, height = 700, hasWords = true) => [
  ...chooseBarTools({ page: { width, height }, hasWords, fixed: 4, tools }),
];

describe('chooseBarTools', () => {
  it('has every tool where there is room', () => {
    expect(choose(1000).toSorted()).toEqual([...tools].toSorted());
  });

  it('keeps what is most wanted where there is little', () => {
    expect(choose(320)).toEqual(['chat', 'people']);
    expect(choose(375)).toEqual(['chat', 'people', 'reactions']);
    expect(choose(200)).toEqual([]);
  });

  it('keeps a tool with a long word in the menu where words are short', () => {
    expect(choose(560)).not.toContain('pip');
    expect(choose(560, 700, false)).toContain('pip');
  });

  it('counts with narrower tools in low frames and without words', () => {
    expect(choose(600)).toHaveLength(3);
    expect(choose(600, 400)).toHaveLength(6);
    expect(choose(600, 700, false)).toHaveLength(6);
  });
});
