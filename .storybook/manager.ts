import { addons } from 'storybook/manager-api';
import { create } from 'storybook/theming/create';

const dark = matchMedia('(prefers-color-scheme: dark)').matches;

addons.setConfig({
  theme: create({
    base: dark ? 'dark' : 'light',
    brandTitle: 'react-whereby-embed',
    colorPrimary: dark ? '#a5b0ff' : '#3f4fc4',
    colorSecondary: dark ? '#8b98ff' : '#3f4fc4',
  }),
  layoutCustomisations: {
    // The playground has its own controls, and needs the room.
    showPanel: ({ storyId }: { storyId?: string }, otherwise: boolean) =>
      storyId?.startsWith('playground--') || storyId?.startsWith('compare--') ? false : otherwise,
  },
});
