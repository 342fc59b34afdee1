import type { Meta, StoryObj } from '@storybook/react-vite';
import { useCallback } from 'react';
import { useArgs } from 'storybook/preview-api';
import { Playground } from './Playground.js';
import { decodeShare } from './shareCode.js';
import { shareLink } from './shareLink.js';
import './playground.css';

interface Args {
  /** A combination, as the share link carries it. */
  share: string;
}

const meta: Meta<Args> = {
  title: 'Playground',
  parameters: { layout: 'fullscreen', controls: { disable: true } },
  args: { share: '' },
  argTypes: { share: { type: 'string', control: false } },
};
export default meta;

type Story = StoryObj<Args>;

export const Room: Story = {
  render: function Render({ share }, { id }) {
    const [, update] = useArgs<Args>();
    // The address bar of Storybook is then the share link itself.
    const onShare = useCallback((code: string) => update({ share: code }), [update]);
    return (
      <Playground
        start={decodeShare(share)}
        linkFor={(code) => shareLink(document.baseURI, id, code)}
        onShare={onShare}
      />
    );
  },
};
