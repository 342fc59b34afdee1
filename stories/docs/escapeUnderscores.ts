/**
 * Markdown in which an underscore inside a word is a letter, as on GitHub: `ROOM_HOST_REFUSED` has no emphasis in it.
 * The renderer of Storybook knows no such rule. Code keeps its text.
 */
export const escapeUnderscores = (markdown: string): string =>
  markdown.replace(/```[\s\S]*?```|`[^`\n]*`|\]\([^)]*\)|<[^>]*>|(?<=\w)_(?=\w)/g, (found) =>
    found === '_' ? '\\_' : found,
  );
