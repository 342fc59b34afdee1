import type { Meta, StoryObj } from '@storybook/react-vite';
import { MeetingConsent, MeetingEnded, MeetingLoading, MeetingProblem } from 'react-whereby-embed';
import type { MeetingProblemCause } from 'react-whereby-embed';
import { expect, fn, waitFor, within } from 'storybook/test';
import { problemCauses } from '../../src/panels/problemCauses.js';
import { PanelGallery } from './PanelGallery.js';

const meta: Meta<typeof PanelGallery> = {
  title: 'Panels',
  component: PanelGallery,
  parameters: { layout: 'fullscreen', controls: { disable: true } },
  tags: ['!autodocs'],
};
export default meta;

type Story = StoryObj<typeof PanelGallery>;

const problem = (cause: MeetingProblemCause) => (
  <MeetingProblem cause={cause} room="https://acme.whereby.com/lesson" onRetry={fn()} onSignIn={fn()} />
);

export const Problems: Story = {
  args: {
    heading: '`MeetingProblem`, by cause',
    about:
      'Each cause has a title, what to do, and the actions that help with it. In development, the error’s details for developers are below.',
    panels: (Object.keys(problemCauses) as MeetingProblemCause[]).map((cause) => ({
      name: cause,
      panel: problem(cause),
    })),
  },
};

export const Family: Story = {
  name: 'Loading, consent, ended',
  args: {
    heading: 'Loading, consent and the end',
    about:
      '`MeetingLoading` before the room, `MeetingConsent` before anything is requested from it, `MeetingEnded` after it.',
    panels: [
      { name: 'MeetingLoading', panel: <MeetingLoading /> },
      { name: 'MeetingConsent', panel: <MeetingConsent onAccept={fn()} /> },
      {
        name: 'MeetingConsent, own text',
        panel: (
          <MeetingConsent onAccept={fn()}>
            This lesson is recorded for those who are ill today. It is deleted after two weeks.
          </MeetingConsent>
        ),
      },
      { name: 'MeetingEnded reason="left"', panel: <MeetingEnded onJoinAgain={fn()} /> },
      { name: 'MeetingEnded reason="removed"', panel: <MeetingEnded reason="removed" /> },
      { name: 'MeetingEnded reason="ended"', panel: <MeetingEnded reason="ended" /> },
    ],
  },
};

export const Unrecorded: Story = {
  name: 'Consent that may be refused',
  args: {
    heading: 'Consent that may be refused',
    about:
      'With `onJoinUnrecorded`, whoever refuses the recording may join all the same. Not recording is up to the app.',
    panels: [
      {
        name: 'MeetingConsent onJoinUnrecorded',
        panel: <MeetingConsent onAccept={fn()} onJoinUnrecorded={fn()} />,
      },
    ],
  },
};

export const RightToLeft: Story = {
  name: 'From right to left',
  args: { ...Problems.args, heading: '`MeetingProblem`, from right to left', language: 'ar' },
};

export const Narrow: Story = {
  name: 'In 200 pixels',
  args: { ...Problems.args, heading: '`MeetingProblem`, in 200 pixels', width: 'narrow' },
};

export const WholePage: Story = {
  name: 'On a whole page',
  args: {
    heading: 'On a whole page',
    about: 'A panel is as large as its box, and stays in the middle of it.',
    panels: [{ name: 'camera', panel: problem('camera') }],
    width: 'full',
  },
};

export const EveryCauseSaysWhatToDo: Story = {
  ...Problems,
  tags: ['!dev', '!autodocs'],
  play: async ({ canvas, canvasElement, userEvent }) => {
    await waitFor(() =>
      expect(canvasElement.querySelectorAll('.whereby-panel-title')).toHaveLength(Object.keys(problemCauses).length),
    );
    const figure = async (name: string) => {
      const caption = await canvas.findByText(name, { selector: 'figcaption' });
      return within(caption.closest('figure')!);
    };
    await waitFor(async () =>
      expect((await figure('blocked')).getByRole('link', { name: 'Open in a new tab' })).toBeVisible(),
    );
    await waitFor(async () => expect((await figure('notAllowed')).queryByRole('link')).toBeNull());
    await userEvent.selectOptions(await canvas.findByLabelText('Language'), 'ar');
    await waitFor(async () => expect((await figure('over')).getByRole('alert').closest('[dir="rtl"]')).not.toBeNull());
  },
};

export const ConsentCanBeThoughtOver: Story = {
  ...Family,
  tags: ['!dev', '!autodocs'],
  play: async ({ canvas, userEvent }) => {
    const [decline] = await canvas.findAllByRole('button', { name: 'Not now' });
    await userEvent.click(decline!);
    await waitFor(() => expect(canvas.getByText('You have not joined.')).toBeVisible());
    await waitFor(() => expect(canvas.getAllByRole('button', { name: 'Agree and join' })[0]).toHaveFocus());
  },
};
