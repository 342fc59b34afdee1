/** Storybook's page for a story with a combination in its address, from the URL of the preview frame inside it. */
export const shareLink = (preview: string, storyId: string, query: string): string =>
  new URL(`./?path=/story/${storyId}${query && `&${query}`}`, preview).href;
