import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
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
  tags: ['!dev', '!autodocs'],
  play: async ({ canvas, userEvent }) => {
    const field = canvas.getByRole('searchbox', { name: 'Words to look for' });
    await userEvent.keyboard('/');
    await waitFor(() => expect(field).toHaveFocus());
    await userEvent.type(field, 'ready_timeout');
    const first = () => canvas.getAllByRole('link')[0];
    // The section itself, with the words for the page to mark.
    await waitFor(() =>
      expect(first()).toHaveAttribute(
        'href',
        expect.stringMatching(/^\.\/\?path=\/docs\/guides-troubleshooting--docs&mark=ready.*timeout#ready_timeout$/),
      ),
    );
    await waitFor(() => expect(canvas.getByText(/\d+ found/)).toBeVisible());
    await userEvent.keyboard('{ArrowDown}');
    await waitFor(() => expect(first()).toHaveFocus());
    await userEvent.keyboard('{ArrowUp}');
    await waitFor(() => expect(field).toHaveFocus());

    await userEvent.clear(field);
    await userEvent.type(field, 'zebra crossing');
    await waitFor(() => expect(canvas.getByText('Nothing found')).toBeVisible());
    await waitFor(() => expect(canvas.getByRole('link', { name: 'Quick start' })).toBeVisible());

    await userEvent.clear(field);
    await userEvent.click(await canvas.findByRole('button', { name: 'roomKey' }));
    await waitFor(() => expect(canvas.getAllByRole('link').length).toBeGreaterThan(3));
  },
};
