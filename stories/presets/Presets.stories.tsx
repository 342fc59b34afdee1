import type { Meta, StoryObj } from '@storybook/react-vite';
import { buildRoomUrl, parseRoomUrl } from 'react-whereby-embed';
import type { RoomParams } from 'react-whereby-embed';
import { expect, waitFor, within } from 'storybook/test';
import { argTypes, toArgs } from '../argTypes.js';
import { paramList } from '../playground/paramList.js';
import { PresetView } from './PresetView.js';
import { presets } from './presets.js';
import '../theme.css';

/** Only parameters, without what Storybook adds. */
const paramsOf = (args: object): RoomParams =>
  Object.fromEntries(Object.entries(args).filter(([name]) => paramList.some((entry) => entry.name === name)));

const meta: Meta = { title: 'Presets', argTypes, parameters: { layout: 'fullscreen' } };
export default meta;

type Story = StoryObj;

function preset(wanted: string): Story {
  const { title, why, role, params } = presets.find(({ name }) => name === wanted)!;
  return {
    name: title,
    args: toArgs(params),
    parameters: { docs: { description: { story: why } } },
    render: (args) => <PresetView title={title} why={why} role={role} params={paramsOf(args)} />,
    async play({ canvas, canvasElement }) {
      const frame = canvasElement.querySelector('iframe')!;
      const expected = parseRoomUrl(buildRoomUrl('https://acme.whereby.com/demo', params)).params;
      await expect(parseRoomUrl(frame.src).params).toEqual(expected);
      await expect(canvas.getByRole('heading', { level: 1 })).toHaveTextContent(title);
      await waitFor(() => expect(within(frame.contentDocument!.body).getAllByRole('button').length).toBeGreaterThan(0));
    },
  };
}

export const Minimal: Story = preset('minimal');
export const Telehealth: Story = preset('telehealth');
export const Classroom: Story = preset('classroom');
export const Webinar: Story = preset('webinar');
export const SalesDemo: Story = preset('salesDemo');
export const Kiosk: Story = preset('kiosk');
export const AudioOnly: Story = preset('audioOnly');
export const MusicLesson: Story = preset('musicLesson');
