import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { sandboxRoom } from '../sandboxRoom.js';
import { heard } from './frames.js';
import { StateView } from './StateView.js';

// Apart from the other states: a page cannot be given a policy and then lose it again.
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
    about: 'The page’s Content-Security-Policy has no place for the room in `frame-src`.',
    room: sandboxRoom('state-blocked'),
  },
  beforeEach() {
    const policy = document.createElement('meta');
    policy.httpEquiv = 'Content-Security-Policy';
    policy.content = "frame-src 'none'";
    document.head.append(policy);
    return () => {
      policy.remove();
      // The policy stays until the page is loaded anew, which only Storybook itself can do without losing anything.
      if (location.pathname.endsWith('/iframe.html')) location.reload();
    };
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('FRAME_BLOCKED')).toBeVisible();
    await heard(canvas, 'onError FRAME_BLOCKED');
  },
};
