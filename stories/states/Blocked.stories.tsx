import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { sandboxRoom } from '../sandboxRoom.js';
import { waitForEvent } from './frames.js';
import { StateView } from './StateView.js';

// In a file of its own: a policy cannot be taken back from a page.
const meta: Meta<typeof StateView> = {
  title: 'States/Blocked by a policy',
  component: StateView,
  parameters: { layout: 'fullscreen', controls: { disable: true } },
  tags: ['!autodocs'],
};
export default meta;

type Story = StoryObj<typeof StateView>;

export const ContentSecurityPolicy: Story = {
  args: {
    heading: 'Blocked by a policy',
    about: 'The page’s Content-Security-Policy does not allow the room in `frame-src`.',
    room: sandboxRoom('state-blocked'),
  },
  beforeEach() {
    const policy = document.createElement('meta');
    policy.httpEquiv = 'Content-Security-Policy';
    policy.content = "frame-src 'none'";
    document.head.append(policy);
    return () => {
      policy.remove();
      // The policy stays until the page is reloaded, which only Storybook itself can do without losing anything.
      if (location.pathname.endsWith('/iframe.html')) location.reload();
    };
  },
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByRole('alert')).toBeVisible());
    await waitForEvent(canvas, 'onError FRAME_BLOCKED');
  },
};
