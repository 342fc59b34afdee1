import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import { presets } from '../presets/presets.js';
import { readQuery } from '../playground/storybookQuery.js';
import { shareLink } from '../playground/shareLink.js';
import { Compare } from './Compare.js';
import { readColumns, writeColumns } from './compareQuery.js';

const meta: Meta<typeof Compare> = {
  title: 'Compare',
  component: Compare,
  parameters: {
    layout: 'fullscreen',
    controls: { disable: true },
    backgrounds: { disable: true },
    viewport: { disable: true },
    measure: { disable: true },
    outline: { disable: true },
  },
  render: (args, { id }) => (
    <Compare
      {...args}
      start={readColumns(readQuery()) ?? args.start}
      linkFor={(combinations) => shareLink(document.baseURI, id, writeColumns(combinations))}
    />
  ),
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
};

export const MinimalAndNot: Story = {
  args: {
    start: [
      { name: 'Everything', role: 'visitor', params: {} },
      { name: 'Minimal', role: 'visitor', params: presets[0]!.params },
    ],
  },
};

export const DifferencesAreFollowed: Story = {
  ...TeacherStudentObserver,
  tags: ['!dev', '!autodocs'],
  play: async ({ canvas, canvasElement, userEvent }) => {
    const frames = () => [...canvasElement.querySelectorAll('iframe')];
    await waitFor(() => expect(frames()).toHaveLength(3));
    // They meet: the teacher sees the student.
    const teacher = () => within(frames()[0]!.contentDocument!.body);
    await waitFor(() => expect(teacher().getAllByText(/Student/).length).toBeGreaterThan(0));

    const differences = within(canvas.getByRole('region', { name: 'Differences' }));
    const row = (name: string) => differences.getByRole('row', { name: new RegExp(`^${name} `) });
    await waitFor(() => expect(row('people')).toHaveTextContent(/^peopleon.*off.*not set/));
    await waitFor(() => expect(differences.queryByRole('row', { name: /^logo / })).toBeNull());

    await userEvent.click(await canvas.findByRole('radio', { name: 'Observer' }));
    const people = within(await canvas.findByRole('radiogroup', { name: 'people' }));
    await userEvent.click(await people.findByRole('radio', { name: 'Off' }));
    await waitFor(() => expect(row('people')).toHaveTextContent(/^peopleon.*off.*off/));
    // A cell is pressed: off becomes not set.
    await userEvent.click(await within(row('people')).findByRole('button', { name: /Observer, change/ }));
    await waitFor(() => expect(row('people')).toHaveTextContent(/^peopleon.*off.*not set/));
    await userEvent.click(await canvas.findByRole('button', { name: 'Copy from the left' }));
    await waitFor(() => expect(row('people')).toHaveTextContent(/^peopleon.*off.*off/));

    await userEvent.click(await canvas.findByRole('button', { name: 'Add another' }));
    await waitFor(() => expect(frames()).toHaveLength(4));
    await waitFor(() => expect(canvas.getByText(/^Four at most/)).toBeVisible());
    await userEvent.click(await canvas.findByRole('button', { name: 'Remove Observer 2' }));
    await waitFor(() => expect(frames()).toHaveLength(3));
  },
};
