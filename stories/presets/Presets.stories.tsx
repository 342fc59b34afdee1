import type { Meta, StoryObj } from '@storybook/react-vite';
import { buildRoomUrl, parseRoomUrl } from 'react-whereby-embed';
import { expect, waitFor, within } from 'storybook/test';
import { ContactSheet } from './ContactSheet.js';
import { PresetView } from './PresetView.js';
import { presets } from './presets.js';
import '../theme.css';

const meta: Meta = { title: 'Presets', parameters: { layout: 'fullscreen', controls: { disable: true } } };
export default meta;

type Story = StoryObj;

function preset(wanted: string): Story {
  const { title, why, role, params } = presets.find(({ name }) => name === wanted)!;
  return {
    name: title,
    parameters: { docs: { description: { story: why } } },
    render: () => <PresetView title={title} why={why} role={role} params={params} />,
    // It only looks: whoever opens the story finds it as it is.
    async play({ canvas, canvasElement }) {
      const frame = () => canvasElement.querySelector('iframe')!;
      const expected = parseRoomUrl(buildRoomUrl('https://acme.whereby.com/demo', params)).params;
      await waitFor(() => expect(parseRoomUrl(frame().src).params).toEqual(expected));
      await waitFor(() => expect(canvas.getByRole('heading', { level: 1 })).toHaveTextContent(title));
      await waitFor(() =>
        expect(within(frame().contentDocument!.body).getAllByRole('button').length).toBeGreaterThan(0),
      );
    },
  };
}

export const AllSizes: Story = { name: 'Contact sheet', render: () => <ContactSheet /> };
export const Minimal: Story = preset('minimal');
export const Telehealth: Story = preset('telehealth');
export const Classroom: Story = preset('classroom');
export const Webinar: Story = preset('webinar');
export const SalesDemo: Story = preset('salesDemo');
export const Kiosk: Story = preset('kiosk');
export const AudioOnly: Story = preset('audioOnly');
export const MusicLesson: Story = preset('musicLesson');

export const EachPartOfTheStayIsShown: Story = {
  ...Telehealth,
  name: 'Each part of the stay is shown',
  tags: ['!dev', '!autodocs'],
  async play({ canvas, canvasElement, userEvent }) {
    const room = () => within(canvasElement.querySelector('iframe')!.contentDocument!.body);
    await userEvent.click(await canvas.findByRole('radio', { name: 'Waiting room' }));
    await waitFor(() => expect(room().getByRole('button', { name: /^Knock$/ })).toBeVisible());
    await userEvent.click(await canvas.findByRole('radio', { name: 'In the call' }));
    await waitFor(() => expect(room().getByRole('button', { name: /^Leave$/ })).toBeVisible());
  },
};
