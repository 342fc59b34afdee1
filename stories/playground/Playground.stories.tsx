import type { Meta, StoryObj } from '@storybook/react-vite';
import { useCallback, useState } from 'react';
import { useArgs } from 'storybook/preview-api';
import { expect, fireEvent, waitFor, within } from 'storybook/test';
import type { Room as RoomName } from '../rooms.js';
import { Playground } from './Playground.js';
import { decodeShare } from './shareCode.js';
import { shareLink } from './shareLink.js';
import { readShare } from './shareQuery.js';
import type { ReadShare } from './shareQuery.js';
import type { PlaygroundState } from './state.js';
import { readQuery, storybookNames, writeQuery } from './storybookQuery.js';
import './playground.css';

interface Args {
  /** A combination, as links carried it before they could be read. */
  share: string;
  /** A combination, as the end of a link. */
  query?: string;
  sandboxName?: RoomName;
}

/** What was on the page when it was left for another story. */
const left = new Map<string, PlaygroundState>();

function startOf(id: string, { share, query }: Args): ReadShare {
  const old = decodeShare(share);
  if (old) return { state: old, problems: [] };
  const read = readShare(query ?? readQuery(), query === undefined ? storybookNames : undefined);
  if (share) {
    const cut = 'The link is cut off, or from another version: what it carried cannot be read. Ask for it once more.';
    return { ...read, problems: [...read.problems, cut] };
  }
  const isEmpty = JSON.stringify(read) === JSON.stringify(readShare(''));
  const before = left.get(id);
  return isEmpty && before ? { state: before, problems: [] } : read;
}

const meta: Meta<Args> = {
  title: 'Playground',
  parameters: {
    layout: 'fullscreen',
    controls: { disable: true },
    // The playground has its own.
    backgrounds: { disable: true },
    viewport: { disable: true },
    measure: { disable: true },
    outline: { disable: true },
  },
  args: { share: '' },
  argTypes: { share: { type: 'string', control: false }, query: { control: false }, sandboxName: { control: false } },
  render: function Render(args, { id }) {
    const { share, sandboxName } = args;
    const [, update] = useArgs<Args>();
    const [start] = useState(() => startOf(id, args));
    const onShare = useCallback(
      (query: string, state: PlaygroundState) => {
        left.set(id, state);
        // The address bar of Storybook is then the share link itself.
        if (share) update({ share: '' });
        writeQuery(id, query);
      },
      [id, share, update],
    );
    return (
      <Playground
        {...(sandboxName && { sandboxName })}
        start={start.state}
        problems={start.problems}
        linkFor={(query) => shareLink(document.baseURI, id, query)}
        onShare={onShare}
      />
    );
  },
};
export default meta;

type Story = StoryObj<Args>;

export const Room: Story = {};

/**
 * Stories that press and type are tests: they are not in the sidebar. Each says so itself, as Storybook's index is
 * written without running the stories.
 */
const test: Story = {
  args: { share: '', query: '', sandboxName: 'test-empty-playground' },
};

const roomOf = (canvasElement: HTMLElement) => canvasElement.querySelector('iframe')?.contentDocument?.body;
const group = (canvasElement: HTMLElement, name: string) =>
  within(within(canvasElement).getByRole('radiogroup', { name }));
const address = (canvas: ReturnType<typeof within>) =>
  within(canvas.getByRole('list', { name: 'Address by parameter' }));

/** The room has loaded and shows the meeting. */
const untilShown = (canvasElement: HTMLElement) =>
  waitFor(() => expect(within(roomOf(canvasElement)!).getByRole('button', { name: /Leave/ })).toBeVisible());

export const AChangeIsSeenInTheRoomAndMarkedInTheAddress: Story = {
  ...test,
  tags: ['!dev', '!autodocs'],
  play: async ({ canvas, canvasElement, userEvent }) => {
    await untilShown(canvasElement);
    const chat = group(canvasElement, 'chat');
    await waitFor(() => expect(chat.getByRole('radio', { name: 'Not set (on)' })).toBeChecked());
    await userEvent.click(await chat.findByRole('radio', { name: 'Off' }));
    await waitFor(() => expect(address(canvas).getByText('?chat=off')).toBeVisible());
    await waitFor(() => expect(canvas.getByText('new')).toBeVisible());
    await waitFor(() => expect(within(roomOf(canvasElement)!).queryByRole('button', { name: /Chat/ })).toBeNull());
    await waitFor(() => expect(canvas.getByText(/^Loaded in \d+ ms · load 2$/)).toBeVisible());

    await userEvent.click(await chat.findByRole('radio', { name: 'On' }));
    await waitFor(() => expect(canvas.getByText('changed')).toBeVisible());
    await userEvent.click(await canvas.findByRole('button', { name: 'Unset chat' }));
    await waitFor(() => expect(canvas.getByText('1 gone')).toBeVisible());
    await waitFor(() => expect(canvas.getByText('No parameters set')).toBeVisible());
    // A step that changes nothing of the address ends the difference.
    await userEvent.click(await canvas.findByRole('radio', { name: 'Phone' }));
    await waitFor(() => expect(canvas.queryByText('1 gone')).toBeNull());
  },
};

export const ACallGoesOnWhereItIsAskedTo: Story = {
  ...test,
  tags: ['!dev', '!autodocs'],
  play: async ({ canvas, canvasElement, userEvent }) => {
    await untilShown(canvasElement);
    await waitFor(() => expect(canvas.getByText(/^Loaded in \d+ ms$/)).toBeVisible());
    const frame = canvasElement.querySelector('iframe');
    await userEvent.click(await canvas.findByRole('checkbox', { name: /Reload while in a call/ }));
    await userEvent.click(await group(canvasElement, 'chat').findByRole('radio', { name: 'Off' }));
    await waitFor(() => expect(canvas.getByText(/^The call goes on, as it would in your app/)).toBeVisible());
    await waitFor(() => expect(address(canvas).getByText('?chat=off')).toBeVisible());
    // The very frame with the very room in it.
    await waitFor(() => expect(canvasElement.querySelector('iframe')).toBe(frame));
    await waitFor(() => expect(within(roomOf(canvasElement)!).getByRole('button', { name: /Chat/ })).toBeVisible());
    await userEvent.click(await canvas.findByRole('button', { name: 'Load now' }));
    await waitFor(() => expect(canvas.getByText(/load 2$/)).toBeVisible());
    await waitFor(() => expect(within(roomOf(canvasElement)!).queryByRole('button', { name: /Chat/ })).toBeNull());
    await waitFor(() => expect(canvas.queryByRole('button', { name: 'Load now' })).toBeNull());
  },
};

export const EveryStepIsTakenBackAndDoneAgain: Story = {
  ...test,
  tags: ['!dev', '!autodocs'],
  play: async ({ canvas, canvasElement, userEvent }) => {
    await untilShown(canvasElement);
    const undo = canvas.getByRole('button', { name: 'Undo' });
    const redo = canvas.getByRole('button', { name: 'Redo' });
    const name = canvas.getByLabelText('displayName');
    const chat = group(canvasElement, 'chat');
    await waitFor(() => expect(undo).toBeDisabled());
    await userEvent.click(await chat.findByRole('radio', { name: 'Off' }));
    await userEvent.click(name);
    await userEvent.paste('Ada');
    await userEvent.click(await canvas.findByRole('button', { name: 'Unset all' }));
    await waitFor(() => expect(name).toHaveValue(''));

    await userEvent.click(undo);
    await waitFor(() => expect(name).toHaveValue('Ada'));
    await waitFor(() => expect(chat.getByRole('radio', { name: 'Off' })).toBeChecked());
    await userEvent.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(name).toHaveValue(''));
    await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    await waitFor(() => expect(name).toHaveValue('Ada'));
    await userEvent.click(redo);
    await waitFor(() => expect(canvas.getByText('No parameters set')).toBeVisible());

    await userEvent.click(await canvas.findByRole('button', { name: 'Step 4 of 4' }));
    await userEvent.click(await canvas.findByRole('button', { name: 'chat: off' }));
    await waitFor(() => expect(chat.getByRole('radio', { name: 'Off' })).toBeChecked());
    await waitFor(() => expect(name).toHaveValue(''));
  },
};

export const BackTakesAChangeBackAndALoadIsNoStep: Story = {
  ...test,
  tags: ['!dev', '!autodocs'],
  play: async ({ canvas, canvasElement, userEvent }) => {
    await untilShown(canvasElement);
    const review = group(canvasElement, 'precallReview');
    await userEvent.click(await review.findByRole('radio', { name: 'Off' }));
    await waitFor(() => expect(canvas.getByText(/load 2$/)).toBeVisible());
    // If the load were a step as well, Back would take back that one and leave the change.
    history.back();
    await waitFor(() => expect(review.getByRole('radio', { name: 'Not set (on)' })).toBeChecked());
    await waitFor(() => expect(canvas.getByText(/load 3$/)).toBeVisible());
    history.forward();
    await waitFor(() => expect(review.getByRole('radio', { name: 'Off' })).toBeChecked());
    await waitFor(() => expect(canvas.getByText(/load 4$/)).toBeVisible());
    history.back();
    await waitFor(() => expect(review.getByRole('radio', { name: 'Not set (on)' })).toBeChecked());
  },
};

export const EveryTabIsCopied: Story = {
  ...test,
  tags: ['!dev', '!autodocs'],
  args: { ...test.args, query: 'minimal&groups=red,blue' },
  play: async ({ canvas, userEvent }) => {
    const expected = {
      Address: 'https://your-team.whereby.com/your-room?minimal&groups=red,blue',
      JSX: '<WherebyEmbed\n  room={roomUrl}\n  minimal\n  groups={["red", "blue"]}\n/>',
      iframe: 'src="https://your-team.whereby.com/your-room?minimal&amp;groups=red,blue"',
      Table: '| `groups` | red, blue |',
      Share: '?path=/story/playground--every-tab-is-copied&minimal&groups=red,blue',
    };
    const result = within(canvas.getByRole('region', { name: 'Result' }));
    for (const [name, text] of Object.entries(expected)) {
      await userEvent.click(await canvas.findByRole('tab', { name }));
      await userEvent.click(await result.findByRole('button', { name: /^Copy/ }));
      await waitFor(() => expect(result.getByText(/ copied$/)).toBeInTheDocument());
      await waitFor(async () => expect(await navigator.clipboard.readText()).toContain(text));
    }
  },
};

export const ALinkBringsEverythingBack: Story = {
  ...test,
  tags: ['!dev', '!autodocs'],
  args: {
    ...test.args,
    query:
      'displayName=Zo%C3%AB+%26+%C5%81ukasz&people=off&minimal&cameraEffect=blur&groups=a,b&size=phone&behind=dusk&theme=dark&later=1',
  },
  play: async ({ canvas, canvasElement, userEvent }) => {
    await waitFor(() => expect(canvas.getByLabelText('displayName')).toHaveValue('Zoë & Łukasz'));
    await waitFor(() => expect(group(canvasElement, 'people').getByRole('radio', { name: 'Off' })).toBeChecked());
    await waitFor(() => expect(group(canvasElement, 'minimal').getByRole('radio', { name: 'Set' })).toBeChecked());
    await waitFor(() => expect(canvas.getByLabelText('cameraEffect')).toHaveValue('blur'));
    await waitFor(() => expect(canvas.getByLabelText('groups')).toHaveValue('a, b'));
    await waitFor(() => expect(canvas.getByRole('radio', { name: 'Phone' })).toBeChecked());
    await waitFor(() => expect(canvas.getByText('5 parameters set')).toBeVisible());
    await waitFor(() => expect(canvas.getByText(/^The link has “later”/)).toBeVisible());
    await userEvent.click(await canvas.findByRole('button', { name: 'View' }));
    await waitFor(() => expect(canvas.getByLabelText('Behind')).toHaveValue('dusk'));
  },
};

export const ALinkFromBeforeStillWorks: Story = {
  ...test,
  tags: ['!dev', '!autodocs'],
  // {"p":{"chat":false},"r":"","v":"phone","b":"plain","t":"system","a":"host","s":"meeting"}
  args: {
    ...test.args,
    share:
      'AeyJwIjp7ImNoYXQiOmZhbHNlfSwiciI6IiIsInYiOiJwaG9uZSIsImIiOiJwbGFpbiIsInQiOiJzeXN0ZW0iLCJhIjoiaG9zdCIsInMiOiJtZWV0aW5nIn0',
  },
  play: async ({ canvas, canvasElement }) => {
    await waitFor(() => expect(group(canvasElement, 'chat').getByRole('radio', { name: 'Off' })).toBeChecked());
    await waitFor(() => expect(canvas.getByRole('radio', { name: 'Phone' })).toBeChecked());
  },
};

export const AWrongValueIsExplainedAndLeftOut: Story = {
  ...test,
  tags: ['!dev', '!autodocs'],
  play: async ({ canvas, canvasElement, userEvent }) => {
    await untilShown(canvasElement);
    const name = canvas.getByLabelText('displayName');
    await userEvent.type(name, 'a<b');
    await waitFor(() =>
      expect(canvas.getByText('displayName takes at most 100 characters, none of $ ! < > : ;')).toBeVisible(),
    );
    await waitFor(() => expect(name).toHaveAttribute('aria-invalid', 'true'));
    await waitFor(() => expect(canvas.queryByText(/[?&]displayName/)).toBeNull());
    await userEvent.clear(name);
    await userEvent.type(name, 'Ada');
    await waitFor(() => expect(address(canvas).getByText('?displayName=Ada')).toBeVisible());
    await waitFor(() => expect(name).toHaveAttribute('aria-invalid', 'false'));

    await userEvent.click(await group(canvasElement, 'autoHideSelfView').findByRole('radio', { name: 'Set' }));
    await waitFor(() => expect(canvas.getByText('autoHideSelfView has no effect without floatSelf')).toBeVisible());
  },
};

export const PresetsAreSavedExportedAndImported: Story = {
  ...test,
  tags: ['!dev', '!autodocs'],
  beforeEach() {
    localStorage.removeItem('react-whereby-embed-presets');
  },
  play: async ({ canvas, canvasElement, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Presets' }));
    await userEvent.click(await canvas.findByRole('button', { name: /^Kiosk/ }));
    await waitFor(() => expect(canvas.getByText('5 parameters set')).toBeVisible());
    const menu = () => canvas.getByRole('button', { name: /^Kiosk|^Teacher/ });
    await waitFor(() => expect(menu()).toHaveTextContent('Kiosk'));
    await userEvent.click(await group(canvasElement, 'chat').findByRole('radio', { name: 'On' }));
    await waitFor(() => expect(menu()).toHaveTextContent('Kiosk, edited'));

    await userEvent.click(menu());
    await userEvent.clear(await canvas.findByLabelText('Save as'));
    await userEvent.type(await canvas.findByLabelText('Save as'), 'Teacher');
    await userEvent.click(await canvas.findByRole('button', { name: 'Save' }));
    await userEvent.click(await canvas.findByRole('button', { name: 'Duplicate Teacher' }));
    await userEvent.click(await canvas.findByRole('button', { name: 'Delete Teacher' }));
    await waitFor(() => expect(canvas.queryByRole('button', { name: 'Delete Teacher' })).toBeNull());
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Delete Teacher copy' })).toBeVisible());

    const file = (text: string) =>
      fireEvent.change(canvas.getByLabelText('Import presets from a JSON file'), {
        target: { files: [new File([text], 'presets.json', { type: 'application/json' })] },
      });
    await file('{"version":1,"presets":{"Student":{"params":{"chat":false,"roomKey":"s3cret"}}}}');
    await waitFor(() => expect(canvas.getByText('1 preset imported.')).toBeVisible());
    await waitFor(() =>
      expect(canvas.getByText('Student: a roomKey is no part of a preset and was left out.')).toBeVisible(),
    );
    await file('{"version":1,');
    await waitFor(() => expect(canvas.getByText(/The file is no JSON/)).toBeVisible());
    await file('{"version":7,"presets":{}}');
    await waitFor(() => expect(canvas.getByText(/newer than this page knows/)).toBeVisible());
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Delete Student' })).toBeVisible());
    localStorage.removeItem('react-whereby-embed-presets');
  },
};

export const AnAddressIsReadAndItsKeyKept: Story = {
  ...test,
  tags: ['!dev', '!autodocs'],
  play: async ({ canvas, canvasElement, userEvent }) => {
    const field = canvas.getByLabelText('Read an address');
    await userEvent.click(field);
    await userEvent.paste('Join: https://acme.whereby.com/demo?roomKey=s3cret&chat=off&minimal see you');
    const card = within(await canvas.findByRole('region', { name: 'The address' }));
    await waitFor(() => expect(card.getByText('acme.whereby.com')).toBeVisible());
    await waitFor(() => expect(card.getByText(/host or viewer/)).toBeVisible());
    await waitFor(() => expect(field).toHaveValue(''));
    await waitFor(() => expect(canvas.getByText(/Your address says off\./)).toBeVisible());
    await waitFor(() => expect(canvasElement.querySelector('iframe')?.src).toContain('roomKey=s3cret'));
    await userEvent.click(await card.findByRole('button', { name: 'Take over 2 parameters' }));
    await waitFor(() => expect(group(canvasElement, 'chat').getByRole('radio', { name: 'Off' })).toBeChecked());
    await waitFor(() => expect(canvasElement.querySelector('iframe')?.src).toContain('roomKey=s3cret'));
    const result = within(canvas.getByRole('region', { name: 'Result' }));
    for (const tab of ['Address', 'JSX', 'iframe', 'Table', 'Share']) {
      await userEvent.click(await canvas.findByRole('tab', { name: tab }));
      await userEvent.click(await result.findByRole('button', { name: /^Copy/ }));
      await waitFor(() => expect(result.getByText(/ copied$/)).toBeInTheDocument());
      await waitFor(async () => expect(await navigator.clipboard.readText()).not.toContain('s3cret'));
    }
    await waitFor(() => expect(canvasElement.innerText).not.toContain('s3cret'));

    // Of several addresses the first is read, and the page says so.
    await userEvent.click(field);
    await userEvent.paste('https://acme.whereby.com/one or https://acme.whereby.com/two');
    await waitFor(() => expect(canvas.getByText(/The text has 2 addresses\./)).toBeVisible());
    await waitFor(() => expect(card.getByText('one')).toBeVisible());

    // What is no room is refused beside the field, and the room stays.
    await userEvent.click(field);
    await userEvent.paste('https://evil.example/?x=https://acme.whereby.com/a');
    await waitFor(() =>
      expect(canvas.getByText(/evil\.example is not the host of a Whereby organisation/)).toBeVisible(),
    );
    await waitFor(() => expect(card.getByText('acme.whereby.com')).toBeVisible());
    await userEvent.clear(field);
    await userEvent.click(await card.findByRole('button', { name: 'Back to the sandbox' }));
    await waitFor(() => expect(canvasElement.querySelector('iframe')?.src).toContain('/rooms/'));
  },
};

export const WhatGoesOnInTheRoomIsChosen: Story = {
  ...test,
  tags: ['!dev', '!autodocs'],
  args: { ...test.args, query: 'as=host&inside=5&names=rtl&happens=knocking,recording,sharing' },
  play: async ({ canvas, canvasElement, userEvent }) => {
    const room = () => within(roomOf(canvasElement)!);
    await untilShown(canvasElement);
    await waitFor(() => expect(room().getAllByText(/نور الحداد/).length).toBeGreaterThan(0));
    await waitFor(() => expect(room().getAllByText(/Recording/i).length).toBeGreaterThan(0));
    await waitFor(() => expect(room().getByRole('button', { name: /^(Let in|Admit)/ })).toBeVisible());

    await userEvent.click(await canvas.findByRole('button', { name: 'In the room' }));
    await userEvent.click(await canvas.findByRole('button', { name: 'Back to the usual room' }));
    await waitFor(() => expect(room().queryAllByText(/نور الحداد/)).toHaveLength(0));
    await userEvent.selectOptions(await canvas.findByLabelText('As'), 'visitor');
    await userEvent.click(await canvas.findByRole('checkbox', { name: 'Room is full' }));
    await waitFor(() => expect(room().getByText(/full/i)).toBeVisible());
  },
};

export const TheSearchAndTheKeyboardReachEveryParameter: Story = {
  ...test,
  tags: ['!dev', '!autodocs'],
  play: async ({ canvas, canvasElement, userEvent }) => {
    await userEvent.keyboard('/');
    const search = canvas.getByRole('searchbox', { name: 'Search parameters' });
    await waitFor(() => expect(search).toHaveFocus());
    await userEvent.type(search, 'background page shows');
    await waitFor(() => expect(canvasElement.querySelectorAll('[data-param]')).toHaveLength(1));
    await userEvent.tab();
    while (!document.activeElement?.matches('[data-param] input')) await userEvent.tab();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await waitFor(() => expect(group(canvasElement, 'background').getByRole('radio', { name: 'Off' })).toBeChecked());
    for (const [words, name] of [
      ['hide the mic', 'audio'],
      ['watermark', 'logo'],
      ['mute on entry', 'audio'],
    ]) {
      await userEvent.clear(search);
      await userEvent.type(search, words!);
      await waitFor(() => expect(canvasElement.querySelector(`[data-param="${name}"]`)).toBeVisible());
    }
    await userEvent.clear(search);
    await userEvent.type(search, 'zzz');
    await waitFor(() => expect(canvas.getByText('No parameter says “zzz”.')).toBeVisible());
  },
};
