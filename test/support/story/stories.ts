import type { CommandName, MeetingState } from 'react-whereby-embed';

/** A message of the room, as `onEvent` passes it on: its name on the wire and its payload. */
export type Told = readonly [type: string, payload: unknown];

/** What happens in a room without a command of the page. */
export type Occasion =
  'opens' | 'allowsDevices' | 'joins' | 'isLetIn' | 'carolJoins' | 'carolLeaves' | 'hostRecords' | 'hostStopsRecording';

export interface Step {
  /** What happens; a command of the page otherwise. */
  readonly on: Occasion | readonly [method: CommandName, ...args: unknown[]];
  /** What the page is told, in this order. */
  readonly events: readonly Told[];
  /** What that changes of the meeting's state. */
  readonly state: Partial<MeetingState>;
}

export interface Story {
  readonly role: 'host' | 'visitor';
  readonly isLocked: boolean;
  readonly steps: readonly Step[];
}

const nothingReported: Partial<MeetingState> = {
  camera: undefined,
  microphone: undefined,
  screenshare: undefined,
  chat: undefined,
  people: undefined,
  pictureInPicture: undefined,
  recording: undefined,
  streaming: undefined,
  transcription: undefined,
  connection: undefined,
  participantCount: undefined,
  participants: [],
};

const carol = { metadata: 'class-3', externalId: 'carol' };

const opening: readonly Step[] = [
  { on: 'opens', events: [['ready', null]], state: { phase: 'precall', participants: [] } },
  {
    on: 'allowsDevices',
    events: [['grant_device_permission', { granted: true }]],
    state: { devicePermission: 'granted' },
  },
];

/** Each is played in every host that a room has. A host is inside, so that there are two people after the join. */
export const stories: Readonly<Record<string, Story>> = {
  'a visitor knocks, is let in, is recorded and leaves': {
    role: 'visitor',
    isLocked: true,
    steps: [
      ...opening,
      { on: ['knock'], events: [['knock', null]], state: { phase: 'knocking' } },
      {
        on: 'isLetIn',
        events: [
          ['join', null],
          ['participantupdate', { count: 2 }],
        ],
        state: { phase: 'joined', participantCount: 2 },
      },
      {
        on: 'hostRecords',
        events: [
          ['recording_status_change', { status: 'starting' }],
          ['recording_status_change', { status: 'started' }],
        ],
        state: { recording: 'started' },
      },
      { on: ['toggleCamera'], events: [['camera_toggle', { enabled: false }]], state: { camera: false } },
      { on: ['toggleCamera'], events: [['camera_toggle', { enabled: true }]], state: { camera: true } },
      {
        on: ['toggleMicrophone', false],
        events: [['microphone_toggle', { enabled: false }]],
        state: { microphone: false },
      },
      { on: ['toggleScreenshare'], events: [['screenshare_toggle', { enabled: true }]], state: { screenshare: true } },
      { on: ['toggleChat'], events: [['chat_toggle', { open: true }]], state: { chat: true } },
      {
        on: ['togglePeople', true],
        events: [
          ['chat_toggle', { open: false }],
          ['people_toggle', { open: true }],
        ],
        state: { chat: false, people: true },
      },
      {
        on: 'carolJoins',
        events: [
          ['participant_join', { participant: carol }],
          ['participantupdate', { count: 3 }],
        ],
        state: { participants: [carol], participantCount: 3 },
      },
      {
        on: 'carolLeaves',
        events: [
          ['participant_leave', { participant: carol }],
          ['participantupdate', { count: 2 }],
        ],
        state: { participants: [], participantCount: 2 },
      },
      {
        on: 'hostStopsRecording',
        events: [['recording_status_change', { status: 'stopped' }]],
        state: { recording: 'stopped' },
      },
      {
        on: ['leaveRoom'],
        events: [['leave', { removed: false }]],
        state: { ...nothingReported, phase: 'left', reason: 'left' },
      },
      { on: ['leaveRoom'], events: [], state: {} },
    ],
  },
  'a visitor knocks, thinks again, knocks again and gives up': {
    role: 'visitor',
    isLocked: true,
    steps: [
      ...opening,
      { on: ['knock'], events: [['knock', null]], state: { phase: 'knocking' } },
      { on: ['cancelKnock'], events: [['cancel_knock', null]], state: { phase: 'precall' } },
      { on: ['knock'], events: [['knock', null]], state: { phase: 'knocking' } },
      { on: ['cancelKnock'], events: [['cancel_knock', null]], state: { phase: 'precall' } },
    ],
  },
  'a visitor knocks and leaves': {
    role: 'visitor',
    isLocked: true,
    steps: [
      ...opening,
      { on: ['knock'], events: [['knock', null]], state: { phase: 'knocking' } },
      {
        on: ['leaveRoom'],
        events: [
          ['cancel_knock', null],
          ['leave', { removed: false }],
        ],
        state: { phase: 'left', reason: 'left' },
      },
      { on: ['leaveRoom'], events: [], state: {} },
      { on: ['cancelKnock'], events: [], state: {} },
    ],
  },
  'a visitor leaves before the meeting': {
    role: 'visitor',
    isLocked: false,
    steps: [
      ...opening,
      {
        on: ['leaveRoom'],
        events: [['leave', { removed: false }]],
        state: { phase: 'left', reason: 'left' },
      },
    ],
  },
  'a host records, streams, transcribes and ends the meeting': {
    role: 'host',
    isLocked: false,
    steps: [
      ...opening,
      {
        on: 'joins',
        events: [
          ['join', null],
          ['participantupdate', { count: 2 }],
        ],
        state: { phase: 'joined', participantCount: 2 },
      },
      {
        on: ['startRecording'],
        events: [
          ['recording_status_change', { status: 'starting' }],
          ['recording_status_change', { status: 'started' }],
        ],
        state: { recording: 'started' },
      },
      {
        on: ['stopRecording'],
        events: [['recording_status_change', { status: 'stopped' }]],
        state: { recording: 'stopped' },
      },
      {
        on: ['startStreaming'],
        events: [
          ['streaming_status_change', { status: 'requested' }],
          ['streaming_status_change', { status: 'starting' }],
          ['streaming_status_change', { status: 'streaming' }],
        ],
        state: { streaming: 'streaming' },
      },
      {
        on: ['stopStreaming'],
        events: [
          ['streaming_status_change', { status: 'stopping' }],
          ['streaming_status_change', { status: 'stopped' }],
        ],
        state: { streaming: 'stopped' },
      },
      {
        on: ['startLiveTranscription'],
        events: [
          ['transcription_status_change', { status: 'starting' }],
          ['transcription_status_change', { status: 'started' }],
        ],
        state: { transcription: 'started' },
      },
      {
        on: ['stopLiveTranscription'],
        events: [['transcription_status_change', { status: 'stopped' }]],
        state: { transcription: 'stopped' },
      },
      { on: ['openSettings', 'theme'], events: [], state: {} },
      { on: ['toggleBreakout', true], events: [], state: {} },
      {
        on: ['endMeeting'],
        events: [
          ['meeting_end', null],
          ['leave', { removed: false }],
        ],
        state: { ...nothingReported, phase: 'ended', reason: 'ended' },
      },
      { on: ['endMeeting'], events: [], state: {} },
      { on: ['leaveRoom'], events: [], state: {} },
    ],
  },
};
