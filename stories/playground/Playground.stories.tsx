import type { Meta, StoryObj } from '@storybook/react-vite';
import { useCallback } from 'react';
import { useArgs } from 'storybook/preview-api';
import { expect, waitFor, within } from 'storybook/test';
import type { Room as RoomName } from '../rooms.js';
import { Playground } from './Playground.js';
import { decodeShare, encodeShare } from './shareCode.js';
import { shareLink } from './shareLink.js';
import { initialState } from './state.js';
import './playground.css';

interface Args {
  /** A combination, as the share link carries it. */
  share: string;
  sandboxName?: RoomName;
}

const meta: Meta<Args> = {
  title: 'Playground',
  parameters: { layout: 'fullscreen', controls: { disable: true } },
  args: { share: '' },
  argTypes: { share: { type: 'string', control: false }, sandboxName: { control: false } },
  render: function Render({ share, ...props }, { id }) {
    const [, update] = useArgs<Args>();
    // The address bar of Storybook is then the share link itself.
    const onShare = useCallback((code: string) => update({ share: code }), [update]);
    return (
      <Playground
        {...props}
        start={decodeShare(share)}
        linkFor={(code) => shareLink(document.baseURI, id, code)}
        onShare={onShare}
      />
    );
  },
};
export default meta;

type Story = StoryObj<Args>;

export const Room: Story = {};

const test: Story = { args: { share: '', sandboxName: 'test-empty-playground' } };

const roomOf = (canvasElement: HTMLElement) => canvasElement.querySelector('iframe')?.contentDocument?.body;
const group = (canvasElement: HTMLElement, name: string) =>
  within(within(canvasElement).getByRole('radiogroup', { name }));

/** The room has loaded and shows the meeting. */
const untilShown = (canvasElement: HTMLElement) =>
  waitFor(() => expect(within(roomOf(canvasElement)!).getByRole('button', { name: /Leave/ })).toBeVisible());

export const AChangeIsSeenInTheRoomAndMarkedInTheAddress: Story = {
  ...test,
  tags: ['!dev', '!autodocs'],
  play: async ({ canvas, canvasElement, userEvent }) => {
    await untilShown(canvasElement);
    const chat = group(canvasElement, 'chat');
    await expect(chat.getByRole('radio', { name: 'Not set' })).toBeChecked();
    await userEvent.click(chat.getByRole('radio', { name: 'Off' }));
    await waitFor(() => expect(canvas.getByText('?chat=off')).toBeVisible());
    await expect(canvas.getByText('new')).toBeVisible();
    await waitFor(() => expect(within(roomOf(canvasElement)!).queryByRole('button', { name: /Chat/ })).toBeNull());
    await waitFor(() => expect(canvas.getByText(/^Loaded 2 times, the last in \d+ ms$/)).toBeVisible());

    await userEvent.click(chat.getByRole('radio', { name: 'On' }));
    await waitFor(() => expect(canvas.getByText('changed')).toBeVisible());
    await userEvent.click(chat.getByRole('radio', { name: 'Not set' }));
    await waitFor(() => expect(canvas.getByText('gone')).toBeVisible());
    await expect(canvas.getByText('No parameters set')).toBeVisible();
  },
};

export const ACallGoesOnWhereItIsAskedTo: Story = {
  ...test,
  tags: ['!dev', '!autodocs'],
  play: async ({ canvas, canvasElement, userEvent }) => {
    await untilShown(canvasElement);
    await waitFor(() => expect(canvas.getByText(/^Loaded once/)).toBeVisible());
    const frame = canvasElement.querySelector('iframe');
    await userEvent.click(await canvas.findByRole('checkbox', { name: /Load at once/ }));
    await userEvent.click(group(canvasElement, 'chat').getByRole('radio', { name: 'Off' }));
    await expect(await canvas.findByText(/^The call goes on, as it would in your app/)).toBeVisible();
    await expect(canvas.getByText('?chat=off')).toBeVisible();
    // The very frame with the very room in it.
    await expect(canvasElement.querySelector('iframe')).toBe(frame);
    await expect(within(roomOf(canvasElement)!).getByRole('button', { name: /Chat/ })).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Load now' }));
    await waitFor(() => expect(canvas.getByText(/^Loaded 2 times/)).toBeVisible());
    await waitFor(() => expect(within(roomOf(canvasElement)!).queryByRole('button', { name: /Chat/ })).toBeNull());
    await expect(canvas.queryByRole('button', { name: 'Load now' })).toBeNull();
  },
};

export const ALoadIsNoStepInTheBrowsersHistory: Story = {
  ...test,
  tags: ['!dev', '!autodocs'],
  play: async ({ canvas, canvasElement, userEvent }) => {
    await untilShown(canvasElement);
    const steps = history.length;
    await userEvent.selectOptions(canvas.getByLabelText('Show'), 'lobby');
    await waitFor(() => expect(canvas.getByText(/^Loaded 2 times/)).toBeVisible());
    await userEvent.click(group(canvasElement, 'precallReview').getByRole('radio', { name: 'Off' }));
    await waitFor(() => expect(canvas.getByText(/^Loaded 3 times/)).toBeVisible());
    await expect(history.length).toBe(steps);
  },
};

export const EveryTabIsCopied: Story = {
  ...test,
  tags: ['!dev', '!autodocs'],
  args: { ...test.args, share: encodeShare({ ...initialState, params: { minimal: true, groups: ['red', 'blue'] } }) },
  play: async ({ canvas, userEvent }) => {
    const expected = {
      Address: 'https://your-team.whereby.com/your-room?minimal&groups=red,blue',
      JSX: '<WherebyEmbed\n  room={roomUrl}\n  minimal\n  groups={["red", "blue"]}\n/>',
      iframe: 'src="https://your-team.whereby.com/your-room?minimal&amp;groups=red,blue"',
      Share: /\?path=\/story\/playground--every-tab-is-copied&args=share:[\w-]+$/,
    };
    for (const [name, text] of Object.entries(expected)) {
      await userEvent.click(canvas.getByRole('tab', { name }));
      await userEvent.click(canvas.getByRole('button', { name: /^Copy/ }));
      await expect(await canvas.findByText(/ copied$/)).toBeInTheDocument();
      const copied = await navigator.clipboard.readText();
      if (typeof text === 'string') await expect(copied).toContain(text);
      else await expect(copied).toMatch(text);
    }
  },
};

export const ALinkBringsEverythingBack: Story = {
  ...test,
  tags: ['!dev', '!autodocs'],
  args: {
    ...test.args,
    share: encodeShare({
      ...initialState,
      params: { displayName: 'Zoë & Łukasz', people: false, minimal: true, cameraEffect: 'blur', groups: ['a', 'b'] },
      viewport: 'phone',
      backdrop: 'dusk',
      theme: 'dark',
    }),
  },
  play: async ({ canvas, canvasElement }) => {
    await expect(canvas.getByLabelText('displayName')).toHaveValue('Zoë & Łukasz');
    await expect(group(canvasElement, 'people').getByRole('radio', { name: 'Off' })).toBeChecked();
    await expect(group(canvasElement, 'minimal').getByRole('radio', { name: 'Set' })).toBeChecked();
    await expect(canvas.getByLabelText('cameraEffect')).toHaveValue('blur');
    await expect(canvas.getByLabelText('groups')).toHaveValue('a, b');
    await expect(canvas.getByRole('radio', { name: 'Phone' })).toBeChecked();
    await expect(canvas.getByLabelText('Behind')).toHaveValue('dusk');
    await expect(canvas.getByText('5 parameters set')).toBeVisible();
  },
};

export const AWrongValueIsExplainedAndLeftOut: Story = {
  ...test,
  tags: ['!dev', '!autodocs'],
  play: async ({ canvas, canvasElement, userEvent }) => {
    await untilShown(canvasElement);
    const name = canvas.getByLabelText('displayName');
    await userEvent.type(name, 'a<b');
    await expect(
      await canvas.findByText('displayName takes at most 100 characters, none of $ ! < > : ;'),
    ).toBeVisible();
    await expect(name).toHaveAttribute('aria-invalid', 'true');
    await expect(canvas.queryByText(/[?&]displayName/)).toBeNull();
    await userEvent.clear(name);
    await userEvent.type(name, 'Ada');
    await waitFor(() => expect(canvas.getByText('?displayName=Ada')).toBeVisible());
    await expect(name).toHaveAttribute('aria-invalid', 'false');

    await userEvent.click(group(canvasElement, 'autoHideSelfView').getByRole('radio', { name: 'Set' }));
    await expect(await canvas.findByText('autoHideSelfView has no effect without floatSelf')).toBeVisible();
  },
};

export const UnsetAllTakesEverythingAway: Story = {
  ...test,
  tags: ['!dev', '!autodocs'],
  play: async ({ canvas, userEvent }) => {
    await userEvent.selectOptions(canvas.getByLabelText('Start from'), 'kiosk');
    await expect(await canvas.findByText('5 parameters set')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Unset all' }));
    await expect(await canvas.findByText('No parameters set')).toBeVisible();
    for (const radio of canvas.getAllByRole('radio', { name: 'Not set' })) await expect(radio).toBeChecked();
  },
};

export const AnOwnRoomIsReadAndItsKeyKept: Story = {
  ...test,
  tags: ['!dev', '!autodocs'],
  play: async ({ canvas, canvasElement, userEvent }) => {
    await userEvent.type(
      canvas.getByLabelText('Your own room'),
      'https://acme.whereby.com/demo?roomKey=s3cret&chat=off',
    );
    await expect(await canvas.findByText(/Your address carries a roomKey/)).toBeVisible();
    await expect(await canvas.findByText(/Your address says off\./)).toBeVisible();
    await waitFor(() => expect(canvasElement.querySelector('iframe')?.src).toContain('roomKey=s3cret'));
    for (const tab of ['Address', 'JSX', 'iframe', 'Share']) {
      await userEvent.click(canvas.getByRole('tab', { name: tab }));
      await expect(canvas.getByRole('tabpanel')).not.toHaveTextContent('s3cret');
      await userEvent.click(canvas.getByRole('button', { name: /^Copy/ }));
      await expect(await navigator.clipboard.readText()).not.toContain('s3cret');
    }
    await userEvent.clear(canvas.getByLabelText('Your own room'));
    await userEvent.type(canvas.getByLabelText('Your own room'), 'https://evil.example/?x=https://acme.whereby.com/a');
    await expect(await canvas.findByText(/ROOM_HOST_REFUSED: /)).toBeVisible();
    await expect(canvasElement.querySelector('iframe')).toBeNull();
  },
};

export const TheSearchAndTheKeyboardReachEveryParameter: Story = {
  ...test,
  tags: ['!dev', '!autodocs'],
  play: async ({ canvas, canvasElement, userEvent }) => {
    const search = canvas.getByRole('searchbox', { name: 'Search parameters' });
    await userEvent.type(search, 'background page shows');
    await waitFor(() => expect(canvasElement.querySelectorAll('[data-param]')).toHaveLength(1));
    await userEvent.tab();
    while (!document.activeElement?.closest('[data-param]')) await userEvent.tab();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await expect(group(canvasElement, 'background').getByRole('radio', { name: 'Off' })).toBeChecked();
    await userEvent.clear(search);
    await userEvent.type(search, 'zzz');
    await expect(await canvas.findByText('No parameter says “zzz”.')).toBeVisible();
  },
};
