import type { Edit } from './types.js';

/** Applies edits that do not overlap. `offset` is where the text begins in the source that the edits count from. */
export function applyEdits(text: string, edits: readonly Edit[], offset = 0): string {
  let result = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    result += text.slice(at, edit.start - offset) + edit.text;
    at = edit.end - offset;
  }
  return result + text.slice(at);
}
