import { pages } from './pages.generated.js';

/** Resolves `../a.md` as written in `docs/b/c.md`. */
const resolve = (from: string, to: string): string => new URL(to, `docs:/${from}`).pathname.slice(1);

/**
 * Where a link of a page in docs/ leads to in Storybook: another page, or an external URL unchanged.
 * Undefined where it leads to a file that Storybook does not show.
 */
export function pageLink(from: string, href: string): string | undefined {
  if (/^(https?:|#)/.test(href)) return href;
  const [path = '', hash] = href.split('#');
  const page = pages.find((one) => one.path === resolve(from, path));
  return page && `./?path=/docs/${page.id}${hash ? `#${hash}` : ''}`;
}

/** Where Storybook has a picture of a page in docs/. */
export const pictureLink = (from: string, src: string): string => `./${resolve(from, src)}`;
