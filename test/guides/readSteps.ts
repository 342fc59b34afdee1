/** What a reader of a guide does next. */
export type Step =
  | { readonly type: 'run' | 'start'; readonly command: string }
  | { readonly type: 'write'; readonly path: string; readonly text: string };

const fence = /^```(\w+)([^\n]*)\n([\s\S]*?)^```/gm;
/** The name of a file in its first line, as a comment of its language. */
const fileName = /^(?:\/\/|#|<!--|\/\*) (\S+\.\w+|\.env\S*)(?: -->| \*\/)?\n/;

function readFence(language: string, info: string, code: string): Step[] {
  if (language === 'sh')
    return code
      .split('\n')
      .filter((line) => line && !line.startsWith('#'))
      .map((command) => ({ type: /\bserver\b/.test(info) ? 'start' : 'run', command }));
  const path = fileName.exec(code)?.[1];
  return path ? [{ type: 'write', path, text: code }] : [];
}

/** The text below one heading, up to the next heading that is not deeper. Code has no headings. */
export function readSection(markdown: string, heading: string): string {
  const outline = markdown.replace(fence, (code) => code.replace(/^#/gm, ' '));
  const headings = [...outline.matchAll(/^(#+) (.+)$/gm)];
  const found = headings.find(([, , text]) => text === heading);
  if (!found) throw new Error(`There is no heading "${heading}".`);
  const depth = found[1]!.length;
  const next = headings.find(({ index, 1: marks }) => index > found.index && marks!.length <= depth);
  return markdown.slice(found.index + found[0].length, next?.index);
}

/**
 * The commands that a guide shows and the files it names, in their order. An `sh` fence is typed line by line; one that
 * says `server` after its language goes on running. Any other fence is a file if its first line is a comment with the
 * file's name, and else is only read.
 */
export const readSteps = (markdown: string): Step[] =>
  [...markdown.matchAll(fence)].flatMap(([, language = '', info = '', code = '']) => readFence(language, info, code));
