import { existsSync, readFileSync, readdirSync } from 'node:fs';
import type { GeneratedFile } from './file.js';

const fence = /^```(tsx?)([^\n]*)\n[\s\S]*?^```/gm;

/**
 * The samples of the guides, each from the file its fence names: `file=samples/<page>/<name>.tsx`. One that needs the
 * packages of its stack says `in-app`: it is compiled in an app of that stack, by `npm run guides`.
 */
export function generate(): GeneratedFile[] {
  const shown = new Set<string>();
  const pages = readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => ({
      path: `docs/${name}`,
      text: readFileSync(`docs/${name}`, 'utf8').replaceAll(fence, (block, language: string, info: string) => {
        if (/ in-app\b/.test(info)) return block;
        const [, file = ''] = /\bfile=(\S+)/.exec(info) ?? [];
        if (!existsSync(`docs/${file}`) || !file.startsWith('samples/'))
          throw new Error(`docs/${name}: a ${language} sample must say file=samples/…, and the file must be there.`);
        shown.add(file);
        return `\`\`\`${language}${info}\n${readFileSync(`docs/${file}`, 'utf8').trimEnd()}\n\`\`\``;
      }),
    }));
  for (const path of readdirSync('docs/samples', { recursive: true, encoding: 'utf8' }))
    if (/\.tsx?$/.test(path) && !shown.has(`samples/${path.replaceAll('\\', '/')}`))
      throw new Error(`docs/samples/${path} is shown on no page.`);
  return pages;
}
