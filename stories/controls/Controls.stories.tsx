import type { Meta, StoryObj } from '@storybook/react-vite';
import { WherebyEmbed } from 'react-whereby-embed';
import type { WherebyEmbedProps } from 'react-whereby-embed';
import { expect, fn, waitFor } from 'storybook/test';
import { argTypes, toArgs, toParams } from '../argTypes.js';
import { events } from '../../src/protocol/events.js';
import { sandboxRoom } from '../sandboxRoom.js';

/** Every event of the room is an action: the list of events has their names. */
const actions = Object.fromEntries([...Object.keys(events), 'onExit', 'onError'].map((name) => [name, fn()]));

const meta: Meta = {
  title: 'Controls',
  argTypes,
  args: { ...toArgs({}), ...actions },
  parameters: { layout: 'fullscreen', controls: { disable: false } },
  render: (args) => {
    const { params, handlers } = toParams(args);
    return (
      <main style={{ height: '100dvh' }}>
        <h1 className="sr-only">A room with Storybook’s own controls</h1>
        <WherebyEmbed
          key={JSON.stringify(params)}
          room={sandboxRoom('controls', { straightIn: true })}
          allowedHosts={[location.host]}
          {...params}
          {...(handlers as Partial<WherebyEmbedProps>)}
        />
      </main>
    );
  },
};
export default meta;

type Story = StoryObj;

export const Room: Story = { name: 'With Storybook’s own controls' };

export const AControlReachesTheRoom: Story = {
  tags: ['!dev', '!autodocs'],
  args: { chat: 'off', minimal: 'set' },
  play: async ({ canvasElement }) => {
    await waitFor(() =>
      expect(canvasElement.querySelector('iframe')?.src).toMatch(/chat=off.*minimal|minimal.*chat=off/),
    );
  },
};
