import type { Meta, StoryObj } from '@storybook/react-vite';
import type { Room } from '../rooms.js';
import { sandboxRoom } from '../sandboxRoom.js';
import { FromBackend } from './FromBackend.js';
import { FloatingCallView } from './FloatingCallView.js';
import type { FloatingCallViewProps } from './FloatingCallView.js';
import { nobodyHome } from './nobodyHome.js';
import { StateView } from './StateView.js';

const meta: Meta<typeof StateView> = {
  title: 'States',
  component: StateView,
  parameters: { layout: 'fullscreen', controls: { disable: true } },
};
export default meta;

type Story = StoryObj<typeof StateView>;

export const Loading: Story = {
  args: {
    heading: 'Loading',
    about: 'The frame is in the page and the room has not reported `ready` yet. `loading` covers it.',
    room: nobodyHome(),
    readyTimeout: 600_000,
  },
};

export const Precall: Story = {
  args: {
    heading: 'Before joining',
    about: 'Before joining: permissions, the test of devices and connection, and a preview of the own camera.',
    room: sandboxRoom('state-empty-precall'),
    precallReview: true,
    precallCeremony: true,
    displayName: 'Ada',
    presses: [/^Continue$/],
  },
};

export const Knocking: Story = {
  args: {
    heading: 'Knocking',
    about: 'The room is locked. The participant has knocked and waits for a host.',
    room: sandboxRoom('state-locked-knocking', { straightIn: true }),
    displayName: 'Ada',
    presses: [/^Knock$/],
  },
};

export const Joined: Story = {
  args: {
    heading: 'Joined',
    about: 'In the meeting. From here on no render reloads the frame.',
    room: sandboxRoom('state-joined', { straightIn: true }),
    displayName: 'Ada',
  },
};

export const Left: Story = {
  args: {
    heading: 'Left',
    about: 'The participant has left.',
    room: sandboxRoom('state-left', { straightIn: true }),
    displayName: 'Ada',
    presses: [/^Leave$/],
  },
};

export const QuietByDefault: Story = {
  args: {
    heading: 'Without panels of your own',
    about:
      'Without `loading` and `fallback`, one sentence stands for them: all that an app pays for. `MeetingLoading` and `MeetingProblem` show more.',
    room: nobodyHome(),
    readyTimeout: 800,
    fallback: undefined,
  },
};

export const TimedOut: Story = {
  args: {
    heading: 'Timed out',
    about: 'The room did not respond within `readyTimeout`. `fallback` offers what the participant can do.',
    room: nobodyHome(),
    readyTimeout: 800,
  },
};

export const InvalidRoom: Story = {
  args: {
    heading: 'Room URL is not one',
    about: '`room` is a name and not a whole URL, so there is no frame.',
    room: 'your-room',
  },
};

export const RefusedHost: Story = {
  args: {
    heading: 'Host refused',
    about: 'The URL is not a Whereby room’s. A frame would get camera and microphone, so there is none.',
    room: 'https://elsewhere.example/?x=https://acme.whereby.com/room',
  },
};

export const Expired: StoryObj<typeof FromBackend> = {
  args: {
    heading: 'Meeting is over',
    about:
      'A link to a meeting that ended an hour ago: the backend refuses it, the status of `useRoomUrl` is `expired`, and there is no frame.',
    room: 'state-late',
    endsIn: -3_600_000,
    late: true,
  },
  render: (args) => <FromBackend {...args} />,
};

export const ExpiredBeforeJoining: StoryObj<typeof FromBackend> = {
  args: {
    heading: 'Expired before joining',
    about:
      'The meeting ends before the participant has joined, so its URL no longer works. Trying again asks the backend, which creates another meeting for the same key.',
    room: 'state-late',
    endsIn: 2_500,
  },
  render: (args) => <FromBackend {...args} />,
};

export const RoomExpired: Story = {
  args: {
    heading: 'Room expired',
    about:
      'A room’s URL, long after its `endDate`: the room shows that the meeting is over and never posts `ready`. Without `loading` its page can be seen.',
    room: sandboxRoom('state-expired'),
    loading: null,
    readyTimeout: 600_000,
  },
};

export const PermissionDenied: Story = {
  args: {
    heading: 'Camera and microphone denied',
    about: 'The participant did not allow camera and microphone. They can still join.',
    room: sandboxRoom('state-denied'),
    presses: [/^Join without them$/],
  },
};

export const Removed: Story = {
  args: {
    heading: 'Removed',
    about: 'A host has removed the participant: `onExit` says so, and an app leads them somewhere else.',
    room: sandboxRoom('state-removed', { straightIn: true, outcome: 'removed' }),
    displayName: 'Ada',
  },
};

export const Ended: Story = {
  args: {
    heading: 'Ended',
    about: 'A host has ended the meeting for everyone.',
    room: sandboxRoom('state-ended', { straightIn: true, outcome: 'ended' }),
    displayName: 'Ada',
  },
};

export const Recording: Story = {
  args: {
    heading: 'Being recorded',
    about:
      'The meeting is recorded and streamed. An app asks for consent before it shows the room: `onRecordingStatusChange` comes once it runs.',
    room: sandboxRoom('state-recording', { straightIn: true, happening: { recording: true, streaming: true } }),
    displayName: 'Ada',
  },
};

export const ScreenShare: Story = {
  args: {
    heading: 'Someone shares a screen',
    about: 'The shared screen takes the place of the grid.',
    room: sandboxRoom('state-sharing', { straightIn: true, happening: { sharing: true, hand: true } }),
    displayName: 'Ada',
  },
};

export const ConnectionLost: Story = {
  args: {
    heading: 'Connection lost',
    about:
      'The participant’s connection is gone. The frame stays: the room connects again by itself, and `onConnectionStatusChange` says when.',
    room: sandboxRoom('state-offline', { straightIn: true, happening: { connection: 'offline' } }),
    displayName: 'Ada',
  },
};

export const FullRoom: Story = {
  args: {
    heading: 'Room is full',
    about: 'A room in normal mode takes four people. The fifth waits outside.',
    room: sandboxRoom('state-full-normal', { straightIn: true, happening: { full: true } }),
    displayName: 'Ada',
  },
};

export const Breakout: Story = {
  args: {
    heading: 'Breakout groups',
    about: 'A host prepares groups by name with `groups`; the room must be in group mode.',
    room: sandboxRoom('state-breakout', { role: 'host', straightIn: true, happening: {} }),
    displayName: 'Ada',
    breakout: true,
    groups: ['red', 'blue', 'green'],
    // In a narrow frame the groups are in the menu.
    presses: [/^More$/, /^Groups$/],
  },
};

export const HostSideOfKnocking: Story = {
  args: {
    heading: 'Someone knocks',
    about: 'The host’s side: the room is locked, and someone waits to be let in.',
    room: sandboxRoom('state-host-locked', {
      role: 'host',
      straightIn: true,
      happening: { knocking: true, locked: true },
    }),
    displayName: 'Ada',
  },
};

export const CameraDeniedByPolicy: Story = {
  args: {
    heading: 'Camera denied by policy',
    about:
      'The page gives the frame no camera and no microphone (`allow`, or its Permissions-Policy). Participants can still join, watch and listen.',
    room: sandboxRoom('state-policy'),
    allow: { remove: ['camera', 'microphone'] },
    presses: [/^Join without them$/],
  },
};

const floating = (room: Room, props?: Omit<FloatingCallViewProps, 'room'>): StoryObj => ({
  render: () => <FloatingCallView room={sandboxRoom(room, { straightIn: true })} {...props} />,
});
const goAway = /^Go to another page$/;

export const FloatingCall: StoryObj = floating('state-floating');

export const FloatingCallOnAnotherPage: StoryObj = floating('state-floating-away', { presses: [goAway] });

export const FloatingCallMinimised: StoryObj = floating('state-floating-small', { presses: [goAway, /^Minimise$/] });

export const FloatingCallAsksBeforeLeaving: StoryObj = floating('state-floating-leaving', {
  presses: [goAway, /^Leave the meeting$/],
});

export const FloatingCallNarrow: StoryObj = floating('state-floating-narrow', { presses: [goAway], width: '15rem' });
