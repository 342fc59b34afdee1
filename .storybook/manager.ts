import { addons } from 'storybook/manager-api';
import { theme } from './theme.js';

addons.setConfig({
  theme,
  layoutCustomisations: {
    // They have their own controls, or none, and need the room.
    showPanel: ({ storyId = '' }: { storyId?: string }, otherwise: boolean) =>
      /^(playground|compare|presets|states|panels|guides-search)/.test(storyId) ? false : otherwise,
  },
});
