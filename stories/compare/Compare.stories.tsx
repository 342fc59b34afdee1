import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import { presets } from '../presets/presets.js';
import { Compare } from './Compare.js';

const meta: Meta<typeof Compare> = {
  title: 'Compare',
  component: Compare,
  parameters: { layout: 'fullscreen', controls: { disable: true } },
};
export default meta;

type Story = StoryObj<typeof Compare>;

export const TeacherStudentObserver: Story = {
  args: {
    room: 'compare-roles',
    start: [
      { name: 'Teacher', role: 'host', params: { breakout: true, groups: ['red', 'blue'], people: true, logo: false } },
      {
        name: 'Student',
        role: 'visitor',
        params: { audio: false, people: false, recording: false, logo: false, minimal: true, chat: true },
      },
      { name: 'Observer', role: 'viewer', params: { cameraAccess: false, screenshare: false, logo: false } },
    ],
  },
  play: async ({ canvas, canvasElement, userEvent }) => {
    const frames = [...canvasElement.querySelectorAll('iframe')];
    await expect(frames).toHaveLength(3);
    // They meet: the teacher's list has the student in it.
    const teacher = () => within(frames[0]!.contentDocument!.body);
    await waitFor(() => expect(teacher().getByRole('button', { name: /People/ })).toBeVisible());
    await waitFor(() => expect(teacher().getAllByText(/Student/).length).toBeGreaterThan(0));

    const differences = within(canvas.getByRole('region', { name: 'Differences' }));
    const row = (name: string) => differences.getByRole('row', { name: new RegExp(`^${name} `) });
    await expect(row('people')).toHaveTextContent('peopleonoffnot set');
    await expect(differences.queryByRole('row', { name: /^logo / })).toBeNull();

    await userEvent.click(canvas.getByRole('radio', { name: 'Observer' }));
    const people = within(canvas.getByRole('radiogroup', { name: 'people' }));
    await userEvent.click(people.getByRole('radio', { name: 'Off' }));
    await waitFor(() => expect(row('people')).toHaveTextContent('peopleonoffoff'));

    await userEvent.click(canvas.getByRole('button', { name: 'Add another' }));
    await expect(canvasElement.querySelectorAll('iframe')).toHaveLength(4);
    await userEvent.click(canvas.getByRole('button', { name: 'Remove Copy of Observer' }));
    await expect(canvasElement.querySelectorAll('iframe')).toHaveLength(3);
  },
};

export const MinimalAndNot: Story = {
  args: {
    start: [
      { name: 'Everything', role: 'visitor', params: {} },
      { name: 'Minimal', role: 'visitor', params: presets[0]!.params },
    ],
  },
};
