import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { Search } from './Search.js';

const meta: Meta<typeof Search> = {
  title: 'Guides/Search',
  component: Search,
  parameters: { layout: 'fullscreen', controls: { disable: true } },
};
export default meta;

type Story = StoryObj<typeof Search>;

export const Documentation: Story = {};

export const FindsByWords: Story = {
  tags: ['!dev'],
  play: async ({ canvas, userEvent }) => {
    const field = canvas.getByRole('searchbox', { name: 'Words to look for' });
    await userEvent.type(field, 'ready_timeout');
    const [first] = await canvas.findAllByRole('link');
    await expect(first).toHaveAttribute('href', expect.stringContaining('?path=/docs/'));
    await expect(await canvas.findByText(/\d+ found/)).toBeVisible();
    await userEvent.clear(field);
    await userEvent.type(field, 'zebra crossing');
    await expect(await canvas.findByText('Nothing found')).toBeVisible();
  },
};
