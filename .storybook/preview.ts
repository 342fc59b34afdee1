import { configure } from 'storybook/test';
import { theme } from './theme.js';
import type { Preview } from '@storybook/react-vite';
import '../stories/theme.css';

// A busy machine takes its time: what is waited for comes, or the test's own time-out says so.
configure({ asyncUtilTimeout: 60_000 });

const preview: Preview = {
  // The built Storybook opens faster without: its panel checks at the press of a button. Tests check every story.
  initialGlobals: { a11y: { manual: import.meta.env.PROD } },
  parameters: {
    // An axe violation fails the story's test.
    a11y: { test: 'error' },
    controls: { expanded: true, sort: 'none' },
    docs: { theme, toc: { headingSelector: 'h2, h3', title: 'On this page' } },
    options: {
      storySort: {
        order: [
          'Playground',
          'Compare',
          'Presets',
          'Controls',
          'States',
          'Panels',
          'Guides',
          [
            'Search',
            'Quick start',
            'Room URLs and values, as people give them',
            'One room URL per participant',
            '*',
            'Troubleshooting',
          ],
          'Reference',
        ],
      },
    },
  },
};

export default preview;
