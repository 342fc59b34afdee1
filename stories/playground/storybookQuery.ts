import { addons } from 'storybook/preview-api';

/** What Storybook itself has in its address: no part of a combination. */
export const storybookNames: ReadonlySet<string> = new Set(
  'path id viewMode args globals full nav panel panels addonPanel addons shortcuts tabs tab singleStory selectedPanel mark refId refs instrument seed'.split(
    ' ',
  ),
);

const storybook = (): Location | undefined => {
  try {
    return window.parent.location;
  } catch {
    // The page around is of another origin.
    return undefined;
  }
};

/** The query of the page around the preview, which is where links have their combination; the preview's own if it stands alone. */
export function readQuery(): string {
  const around = storybook();
  if (around?.search.includes('path=')) return around.search;
  return location.pathname.endsWith('/iframe.html') ? location.search : '';
}

/** Writes a combination into Storybook's address, and leaves what is Storybook's own. */
export function writeQuery(storyId: string, query: string): void {
  const around = storybook();
  // Storybook has gone on to another story already, or there is none around.
  if (!around?.search.includes(`path=/story/${storyId}`)) return;
  const own = around.search
    .slice(1)
    .split('&')
    .filter((pair) => storybookNames.has(pair.split('=', 1)[0] ?? '') && !pair.startsWith('args='));
  const next = `?${[...own, query].filter(Boolean).join('&')}`;
  if (next !== around.search) addons.getChannel().emit('navigateUrl', next, { replace: true });
}
