import type { Meta, StoryObj } from '@storybook/react-vite';
import { useRef } from 'react';
import { WherebyEmbed } from 'react-whereby-embed';
import type { WherebyEmbedHandle } from 'react-whereby-embed';
import { expect, waitFor } from 'storybook/test';
import { sandboxRoom } from '../sandboxRoom.js';
import { FromBackend } from './FromBackend.js';
import { inFrame, press, waitForEvent } from './frames.js';
import { StateView } from './StateView.js';

const meta: Meta<typeof StateView> = {
  title: 'States',
  component: StateView,
  parameters: { layout: 'fullscreen', controls: { disable: true } },
};
export default meta;

type Story = StoryObj<typeof StateView>;

/** A room that does not respond: its page never posts `ready`. */
const nobodyHome = () => sandboxRoom('demo').replace('/demo/', '/nobody-home/');

export const Loading: Story = {
  args: {
    about: 'The frame is in the page and the room has not reported `ready` yet. `loading` covers it.',
    room: nobodyHome(),
    readyTimeout: 600_000,
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Loading the room…')).toBeVisible();
  },
};

export const Precall: Story = {
  args: {
    about: 'Before joining: permissions, the test of devices and connection, and a preview of the own camera.',
    room: sandboxRoom('state-empty-precall'),
    precallReview: true,
    precallCeremony: true,
    displayName: 'Ada',
  },
  play: async ({ canvas, canvasElement }) => {
    await waitForEvent(canvas, 'onReady');
    await press(canvasElement, /^Continue$/);
    await waitFor(() => expect(canvas.getByText(/^onPrecallCheckCompleted/)).toBeVisible());
  },
};

export const Knocking: Story = {
  args: {
    about: 'The room is locked. The participant has knocked and waits for a host.',
    room: sandboxRoom('state-locked-knocking', { straightIn: true }),
    displayName: 'Ada',
  },
  play: async ({ canvas, canvasElement }) => {
    await press(canvasElement, /^Knock$/);
    await waitForEvent(canvas, 'onKnock');
  },
};

export const Joined: Story = {
  args: {
    about: 'In the meeting. From here on no render reloads the frame.',
    room: sandboxRoom('state-joined', { straightIn: true }),
    displayName: 'Ada',
  },
  play: async ({ canvas }) => {
    await waitForEvent(canvas, 'onJoin');
    await waitForEvent(canvas, 'onParticipantUpdate {"count":4}');
  },
};

export const Left: Story = {
  args: {
    about: 'The participant has left.',
    room: sandboxRoom('state-left', { straightIn: true }),
    displayName: 'Ada',
  },
  play: async ({ canvas, canvasElement }) => {
    await waitForEvent(canvas, 'onJoin');
    await press(canvasElement, /^Leave$/);
    await waitForEvent(canvas, 'onLeave {"removed":false}');
    await waitForEvent(canvas, 'onExit {"reason":"left"}');
  },
};

export const Removed: Story = {
  args: {
    about: 'A host has removed the participant. The host’s own meeting is on the right.',
    room: sandboxRoom('state-removed', { straightIn: true }),
    displayName: 'Ada',
  },
  render: (args) => (
    <div className="state-pair">
      <StateView {...args} />
      <WherebyEmbed
        room={sandboxRoom('state-removed', { role: 'host', straightIn: true })}
        allowedHosts={[location.host]}
        displayName="Host"
        title="The host's meeting"
        style={{ height: 480 }}
      />
    </div>
  ),
  play: async ({ canvas, canvasElement }) => {
    await waitForEvent(canvas, 'onJoin');
    await press(canvasElement, /^People/, 1);
    await press(canvasElement, /^Remove Ada$/, 1);
    await waitForEvent(canvas, 'onLeave {"removed":true}');
    await waitForEvent(canvas, 'onExit {"reason":"removed"}');
  },
};

export const Ended: Story = {
  args: {
    about: 'A host has ended the meeting for everyone: here, by a command from the page.',
    room: sandboxRoom('state-ended', { role: 'host', straightIn: true }),
    displayName: 'Ada',
  },
  render: function Render(args) {
    const meeting = useRef<WherebyEmbedHandle>(null);
    return (
      <div className="state-pair">
        <StateView {...args} />
        <WherebyEmbed
          ref={meeting}
          room={sandboxRoom('state-ended', { role: 'host', straightIn: true })}
          allowedHosts={[location.host]}
          displayName="Host"
          title="The host's meeting"
          style={{ height: 480 }}
        />
        <button className="button" type="button" onClick={() => void meeting.current?.endMeeting()}>
          End the meeting for everyone
        </button>
      </div>
    );
  },
  play: async ({ canvas, canvasElement, userEvent }) => {
    await waitForEvent(canvas, 'onJoin');
    await waitFor(() => expect(inFrame(canvasElement, 1).getByRole('button', { name: /^Leave$/ })).toBeVisible());
    await userEvent.click(canvas.getByRole('button', { name: 'End the meeting for everyone' }));
    await waitForEvent(canvas, 'onMeetingEnd');
    await waitForEvent(canvas, 'onExit {"reason":"ended"}');
  },
};

export const TimedOut: Story = {
  args: {
    about: 'The room did not respond within `readyTimeout`. `fallback` offers what the participant can do.',
    room: nobodyHome(),
    readyTimeout: 800,
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('READY_TIMEOUT')).toBeVisible();
    await waitForEvent(canvas, 'onError READY_TIMEOUT');
  },
};

export const InvalidRoom: Story = {
  args: { about: '`room` is a name and not a whole URL, so there is no frame.', room: 'your-room' },
  play: async ({ canvas, canvasElement }) => {
    await expect(await canvas.findByText('ROOM_INVALID')).toBeVisible();
    await waitForEvent(canvas, 'onError ROOM_INVALID');
    await expect(canvasElement.querySelector('iframe')).toBeNull();
  },
};

export const RefusedHost: Story = {
  args: {
    about: 'The URL is not a Whereby room’s. A frame would get camera and microphone, so there is none.',
    room: 'https://elsewhere.example/?x=https://acme.whereby.com/room',
  },
  play: async ({ canvas, canvasElement }) => {
    await expect(await canvas.findByText('ROOM_HOST_REFUSED')).toBeVisible();
    await expect(canvasElement.querySelector('iframe')).toBeNull();
  },
};

export const Expired: StoryObj<typeof FromBackend> = {
  args: {
    about:
      'A link to a meeting that ended an hour ago: the backend refuses it, the status of `useRoomUrl` is `expired`, and there is no frame.',
    room: 'state-late',
    endsIn: -3_600_000,
    late: true,
  },
  render: (args) => <FromBackend {...args} />,
  play: async ({ canvas, canvasElement }) => {
    await expect(await canvas.findByText('This meeting is over.')).toBeVisible();
    await waitForEvent(canvas, 'onError MEETING_EXPIRED');
    await expect(canvasElement.querySelector('iframe')).toBeNull();
  },
};

export const ExpiredBeforeJoining: StoryObj<typeof FromBackend> = {
  args: {
    about:
      'The meeting ends before the participant has joined, so its URL no longer works. Trying again asks the backend, which creates another meeting for the same key.',
    room: 'state-late',
    endsIn: 2_500,
  },
  render: (args) => <FromBackend {...args} />,
  play: async ({ canvas, canvasElement, userEvent }) => {
    await waitForEvent(canvas, 'onReady');
    await expect(await canvas.findByText('This meeting is over.')).toBeVisible();
    await expect(canvasElement.querySelector('iframe')).toBeNull();
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(canvasElement.querySelector('iframe')).toBeVisible());
    await expect(canvas.queryByText('This meeting is over.')).toBeNull();
  },
};

export const RoomExpired: Story = {
  args: {
    about:
      'A room’s URL, long after its `endDate`: the room shows that the meeting is over and never posts `ready`. Without `loading` its page can be seen.',
    room: sandboxRoom('state-expired'),
    loading: null,
    readyTimeout: 600_000,
  },
  play: async ({ canvas, canvasElement }) => {
    await waitFor(() => expect(inFrame(canvasElement).getByText(/over|expired|ended/i)).toBeVisible());
    await expect(canvas.queryByText('onReady')).toBeNull();
  },
};

export const PermissionDenied: Story = {
  args: {
    about: 'The participant did not allow camera and microphone. They can still join.',
    room: sandboxRoom('state-denied'),
  },
  play: async ({ canvas, canvasElement }) => {
    await press(canvasElement, /^Join without them$/);
    await waitForEvent(canvas, 'onDenyDevicePermission {"denied":true}');
  },
};
