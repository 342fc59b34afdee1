import { create } from 'storybook/theming/create';

const dark = matchMedia('(prefers-color-scheme: dark)').matches;

/** Storybook's own interface and its pages of documentation, light or dark as the system is. */
export const theme = create({
  base: dark ? 'dark' : 'light',
  brandTitle: 'react-whereby-embed',
  colorPrimary: dark ? '#a5b0ff' : '#3f4fc4',
  colorSecondary: dark ? '#8b98ff' : '#3f4fc4',
});
