import { mkdirSync } from 'node:fs';
import type { StorybookConfig } from '@storybook/react-vite';

const rooms = '.cache/storybook/rooms';
// Storybook wants the folder when it reads this file, which in tests is before the rooms are built into it.
mkdirSync(rooms, { recursive: true });

const config: StorybookConfig = {
  framework: { name: '@storybook/react-vite', options: {} },
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.tsx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  // The sandbox's rooms in their static form: the npm scripts build them first.
  staticDirs: [
    { from: `../${rooms}`, to: '/rooms' },
    { from: '../docs/images', to: '/images' },
  ],
  core: {
    disableTelemetry: true,
    disableWhatsNewNotifications: true,
    builder: { name: '@storybook/builder-vite', options: { viteConfigPath: '.storybook/vite.config.ts' } },
  },
  typescript: { reactDocgen: false },
};

export default config;
