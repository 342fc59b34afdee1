import type { Node } from 'ts-morph';
import type { Edit } from './types.js';

/** Takes a statement out together with the empty space before it. Comments before it stay. */
export function removal(node: Node): Edit {
  const source = node.getSourceFile().getFullText();
  const before = source.slice(0, node.getStart());
  const start = before.trimEnd().length;
  // At the beginning of a file the line break after it goes instead.
  const after = start === 0 ? (/^[ \t]*\r?\n/.exec(source.slice(node.getEnd()))?.[0].length ?? 0) : 0;
  return { start, end: node.getEnd() + after, text: '' };
}
