import type { Preview } from '@storybook/react-vite';
import '../stories/theme.css';

const preview: Preview = {
  parameters: {
    // An axe violation fails the story's test.
    a11y: { test: 'error' },
    controls: { expanded: true, sort: 'none' },
    options: {
      storySort: {
        order: [
          'Playground',
          'Compare',
          'Presets',
          'States',
          'Guides',
          ['Quick start', 'One address per participant', '*', 'Troubleshooting', 'Search'],
          'Reference',
        ],
      },
    },
  },
};

export default preview;
