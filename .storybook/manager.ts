import { addons } from 'storybook/manager-api';
import { theme } from './theme.js';

addons.setConfig({
  theme,
  layoutCustomisations: {
    // The playground has its own controls, and needs the room.
    showPanel: ({ storyId }: { storyId?: string }, otherwise: boolean) =>
      storyId?.startsWith('playground--') || storyId?.startsWith('compare--') ? false : otherwise,
  },
});
