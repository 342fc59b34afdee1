import type { ChatMessage, Role, RoomState, SelfState } from '../wire.js';

/** Everything the sandbox knows, as plain JSON: a snapshot is a copy of it. Times are milliseconds since 1970. */
export interface WorldState {
  meetings: Record<string, Meeting>;
  /** How many meetings were ever created. */
  count: number;
  /** Room name to meeting id. */
  names: Record<string, string>;
  stays: Record<string, Stay>;
  sessions: Record<string, Session>;
  recordings: Record<string, Recording>;
  transcriptions: Record<string, Transcription>;
  summaries: Record<string, Summary>;
  /** What is going to happen, soonest first. */
  jobs: Job[];
}

export interface CaptureSettings {
  readonly type?: string | null | undefined;
  readonly startTrigger?: string | null | undefined;
  readonly destination?: Readonly<Record<string, unknown>> | null | undefined;
  readonly language?: string | null | undefined;
  readonly liveCaptions?: boolean | null | undefined;
}

export interface Meeting {
  readonly meetingId: string;
  /** How many meetings were created before it. */
  readonly order: number;
  /** With its leading slash. */
  readonly roomName: string;
  readonly createdAt: number;
  /** When its keys say they were made. */
  readonly keysMadeAt: number;
  endDate: number;
  deletedAt: number | null;
  readonly roomMode: 'normal' | 'group';
  readonly templateType: string | null;
  readonly dialIn: { readonly code: string } | null;
  /** Role keys, each with the role it gives. */
  readonly keys: Record<string, Role>;
  readonly recording: CaptureSettings | null;
  readonly liveTranscription: CaptureSettings | null;
  readonly streaming: CaptureSettings | null;
  theme: NonNullable<RoomState['theme']>;
  locked: boolean;
  /** Ids of the participants inside, machines included, in order of arrival. */
  present: string[];
  /** Every stay there ever was. */
  readonly stayIds: string[];
  readonly sessionIds: string[];
  knocks: Knock[];
  chat: ChatMessage[];
  spotlight: string | null;
  breakout: { open: boolean; groups: readonly string[] };
  recordingState: RoomState['recording'];
  streamingState: RoomState['streaming'];
  transcriptionState: RoomState['transcription'];
  timerStartedAt: number | null;
  sessionId: string | null;
  recordingId: string | null;
  transcriptionId: string | null;
}

export interface Knock {
  readonly knockId: string;
  readonly participantId: string;
  readonly role: Role;
  readonly person: Person;
}

/** Who someone claims to be. */
export interface Person {
  readonly self: SelfState;
  readonly externalId: string | null;
  readonly metadata: string | null;
  readonly deviceId: string;
  readonly userAgent: string;
  readonly simulated: boolean;
  /** Joined by telephone. */
  readonly dialIn: boolean;
}

/** One connection of a person or of a machine, from joining to leaving. */
export interface Stay extends Person {
  readonly participantId: string;
  readonly meetingId: string;
  readonly role: Role;
  self: SelfState;
  readonly joinedAt: number;
  leftAt: number | null;
  /** Each bitrate that camera, microphone and screen had together, in bits per second, and since when. */
  readonly sends: { readonly at: number; readonly bitrate: number }[];
  /** Each network they had, and since when. A good one before the first entry. */
  readonly networks: { readonly at: number; readonly network: Network }[];
  rating: Rating | null;
}

/** The quality of someone's connection, as the samples of the insights show it. */
export interface Network {
  /** Per cent. */
  readonly packetLossSend: number;
  readonly packetLossRecv: number;
  /** Bits per second in each direction; null is unlimited. */
  readonly maxBitrate: number | null;
}

/** What someone answered when asked about the quality of a session. */
export interface Rating {
  readonly roomSessionId: string;
  /** From 1 to 5. */
  readonly rating: number;
  readonly tags: readonly string[] | null;
  readonly comment: string | null;
}

export interface Session {
  readonly roomSessionId: string;
  readonly meetingId: string;
  readonly startedAt: number;
  endedAt: number | null;
}

export interface Recording {
  readonly recordingId: string;
  readonly meetingId: string;
  readonly roomSessionId: string | null;
  readonly filename: string;
  readonly startedAt: number;
  endedAt: number | null;
  /** Ended and uploaded: the API lists it from then on. */
  uploaded: boolean;
  readonly provider: string;
  sizeInMegaBytes: number;
  deletedAt: number | null;
}

export interface Transcription {
  readonly transcriptionId: string;
  readonly meetingId: string;
  readonly roomSessionId: string | null;
  readonly recordingId: string | null;
  readonly type: 'LIVE_TRANSCRIPTION' | 'RECORDING_TRANSCRIPTION';
  readonly startedAt: number;
  endedAt: number | null;
  readonly createdAt: number;
  state: 'in_progress' | 'ready' | 'failed';
  readonly filename: string;
  readonly storageType: 'WHEREBY_HOSTED' | 'SELF_HOSTED';
  durationInSeconds: number;
  /** How it will end; can be set to try a failure. */
  outcome: { readonly failed: false } | { readonly failed: true; readonly error: string };
  deletedAt: number | null;
}

export interface Summary {
  readonly summaryId: string;
  readonly transcriptionId: string;
  readonly template: string;
  readonly createdAt: number;
  modifiedAt: number;
  state: 'in_progress' | 'ready';
  deletedAt: number | null;
}

/** Something that falls due at a time. */
export type Job = { readonly at: number } & (
  | { readonly kind: 'end-session'; readonly id: string }
  | { readonly kind: 'start-recording'; readonly id: string }
  | { readonly kind: 'upload-recording'; readonly id: string }
  | { readonly kind: 'stream'; readonly id: string; readonly to: RoomState['streaming'] }
  | { readonly kind: 'start-transcription'; readonly id: string }
  | { readonly kind: 'finish-transcription'; readonly id: string }
  | { readonly kind: 'finish-summary'; readonly id: string }
  | { readonly kind: 'deactivate-meeting'; readonly id: string }
  | { readonly kind: 'delete-meeting'; readonly id: string }
);
