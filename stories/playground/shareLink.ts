/** Storybook's page for a story with its `share` argument, from the URL of the preview frame inside it. */
export const shareLink = (preview: string, storyId: string, code: string): string =>
  new URL(`./?path=/story/${storyId}&args=share:${code}`, preview).href;
