import type { Preview } from '@storybook/react-vite';
import '../src/meeting.css';

const preview: Preview = {
  parameters: {
    controls: {
      matchers: {
        color: /(background|color)$/i,
        date: /Date$/i,
      },
    },
    layout: 'fullscreen',
    // axe cannot look into a room: it is a page of another origin.
    a11y: { options: { iframes: false } },
  },
};

export default preview;
