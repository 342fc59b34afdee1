import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import type { FromBackend } from './FromBackend.js';
import { inFrame, waitForEvent } from './frames.js';
import { StateView } from './StateView.js';
import * as states from './States.stories.js';

/** The states of `States.stories.tsx`, each checked. They are not in the sidebar: what is there shows no test. */
const meta: Meta<typeof StateView> = {
  title: 'Tests/States',
  component: StateView,
  parameters: { layout: 'fullscreen', controls: { disable: true } },
  tags: ['!dev', '!autodocs'],
};
export default meta;

type Story = StoryObj<typeof StateView>;

export const LoadingIsReached: Story = {
  ...states.Loading,
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByText('Nothing yet.')).toBeVisible());
  },
};

export const PrecallIsReached: Story = {
  ...states.Precall,
  play: async ({ canvas }) => {
    await waitForEvent(canvas, 'onReady');
    await waitFor(() => expect(canvas.getByText(/^onPrecallCheckCompleted/)).toBeVisible());
  },
};

export const KnockingIsReached: Story = {
  ...states.Knocking,
  play: async ({ canvas }) => {
    await waitForEvent(canvas, 'onKnock');
  },
};

export const JoinedIsReached: Story = {
  ...states.Joined,
  play: async ({ canvas }) => {
    await waitForEvent(canvas, 'onJoin');
    await waitForEvent(canvas, 'onParticipantUpdate {"count":4}');
  },
};

export const LeftIsReached: Story = {
  ...states.Left,
  play: async ({ canvas }) => {
    await waitForEvent(canvas, 'onJoin');
    await waitForEvent(canvas, 'onLeave {"removed":false}');
    await waitForEvent(canvas, 'onExit {"reason":"left"}');
  },
};

export const TimedOutIsReached: Story = {
  ...states.TimedOut,
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByRole('alert')).toBeVisible());
    await waitForEvent(canvas, 'onError READY_TIMEOUT');
  },
};

export const InvalidRoomIsReached: Story = {
  ...states.InvalidRoom,
  play: async ({ canvas, canvasElement }) => {
    await waitFor(() => expect(canvas.getByRole('alert')).toBeVisible());
    await waitForEvent(canvas, 'onError ROOM_INVALID');
    await waitFor(() => expect(canvasElement.querySelector('iframe')).toBeNull());
  },
};

export const RefusedHostIsReached: Story = {
  ...states.RefusedHost,
  play: async ({ canvas, canvasElement }) => {
    await waitFor(() => expect(canvas.getByRole('alert')).toBeVisible());
    await waitForEvent(canvas, 'onError ROOM_HOST_REFUSED');
    await waitFor(() => expect(canvasElement.querySelector('iframe')).toBeNull());
  },
};

export const ExpiredIsReached: StoryObj<typeof FromBackend> = {
  ...states.Expired,
  play: async ({ canvas, canvasElement }) => {
    await waitFor(() => expect(canvas.getByText('This meeting is over.')).toBeVisible());
    await waitForEvent(canvas, 'onError MEETING_EXPIRED');
    await waitFor(() => expect(canvasElement.querySelector('iframe')).toBeNull());
  },
};

export const ExpiredBeforeJoiningIsReached: StoryObj<typeof FromBackend> = {
  ...states.ExpiredBeforeJoining,
  play: async ({ canvas, canvasElement, userEvent }) => {
    await waitFor(() => expect(canvas.getByText('This meeting is over.')).toBeVisible());
    await waitFor(() => expect(canvasElement.querySelector('iframe')).toBeNull());
    await userEvent.click(await canvas.findByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(canvasElement.querySelector('iframe')).toBeVisible());
    await waitFor(() => expect(canvas.queryByText('This meeting is over.')).toBeNull());
  },
};

export const RoomExpiredIsReached: Story = {
  ...states.RoomExpired,
  play: async ({ canvas, canvasElement }) => {
    await waitFor(() => expect(inFrame(canvasElement).getByText(/over|expired|ended/i)).toBeVisible());
    await waitFor(() => expect(canvas.queryByText('onReady')).toBeNull());
  },
};

export const PermissionDeniedIsReached: Story = {
  ...states.PermissionDenied,
  play: async ({ canvas }) => {
    await waitForEvent(canvas, 'onDenyDevicePermission {"denied":true}');
  },
};

export const RemovedIsReached: Story = {
  ...states.Removed,
  play: async ({ canvas }) => {
    await waitForEvent(canvas, 'onLeave {"removed":true}');
    await waitForEvent(canvas, 'onExit {"reason":"removed"}');
  },
};

export const EndedIsReached: Story = {
  ...states.Ended,
  play: async ({ canvas }) => {
    await waitForEvent(canvas, 'onMeetingEnd');
    await waitForEvent(canvas, 'onExit {"reason":"ended"}');
  },
};

export const FloatingCallGoesOn: StoryObj = {
  ...states.FloatingCall,
  play: async ({ canvas, canvasElement, userEvent }) => {
    const button = await canvas.findByRole('button', { name: 'Go to another page' });
    await waitFor(() => expect(button).toBeEnabled());
    const frame = canvasElement.ownerDocument.querySelector('iframe');
    await userEvent.click(button);
    await waitFor(() => expect(canvas.getByText(/goes on in the window/)).toBeVisible());
    await waitFor(() => expect(canvasElement.ownerDocument.querySelector('iframe')).toBe(frame));
  },
};
