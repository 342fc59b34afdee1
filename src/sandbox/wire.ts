import type { RecordingStatus, StreamingStatus, TranscriptionStatus } from '../protocol/statuses.js';
import type { RoomRole } from '../server/roles.js';

/**
 * The messages between a room page and the sandbox's rooms: JSON over a WebSocket (one connection for each
 * participant, at `/rooms/socket`) or, in the static form, over a channel between the tabs of one browser.
 * The rules of the rooms (roles, lock, knock, sessions) are in `core/`, which both forms run.
 */
export type Role = RoomRole;

/** What a participant can change about themselves. */
export interface SelfState {
  readonly displayName: string;
  readonly avatarUrl: string | null;
  readonly camera: boolean;
  readonly microphone: boolean;
  readonly screenshare: boolean;
  /** A value of the parameter `cameraEffect`, or the URL of a background. */
  readonly cameraEffect: string | null;
  readonly handRaised: boolean;
  /** The breakout group they are in; null is the main room. */
  readonly group: string | null;
}

export interface Participant extends SelfState {
  readonly participantId: string;
  readonly role: Role;
  readonly externalId: string | null;
  readonly metadata: string | null;
  /** ISO time. */
  readonly joinedAt: string;
  /** Played by the sandbox, not by a browser. */
  readonly simulated: boolean;
}

export interface KnockingPerson {
  readonly knockId: string;
  readonly displayName: string;
  readonly externalId: string | null;
  readonly metadata: string | null;
}

export interface ChatMessage {
  readonly id: string;
  readonly participantId: string;
  readonly displayName: string;
  readonly text: string;
  /** ISO time. */
  readonly at: string;
}

/** A room as everyone in it sees it. The whole state is sent whenever any of it changes. */
export interface RoomState {
  readonly roomName: string;
  /** False from an hour after the meeting's end: nobody has host rights any more. */
  readonly active: boolean;
  readonly roomMode: 'normal' | 'group';
  /** How many people fit in at once. */
  readonly capacity: number;
  readonly locked: boolean;
  /** The people inside. Machines are not listed. */
  readonly participants: readonly Participant[];
  /** Sent to hosts only; empty for everyone else. */
  readonly knocking: readonly KnockingPerson[];
  readonly chat: readonly ChatMessage[];
  readonly spotlight: string | null;
  readonly breakout: { readonly open: boolean; readonly groups: readonly string[] };
  readonly recording: RecordingStatus;
  readonly streaming: StreamingStatus;
  readonly transcription: TranscriptionStatus;
  /** What hosts are prompted to start (`startTrigger: prompt`), while it is stopped. Sent to hosts only. */
  readonly prompts?: readonly ('recording' | 'streaming')[];
  /** ISO time at which the timer was started; null while it is off. */
  readonly timerStartedAt: string | null;
  /** Colours and pictures set through the theme API; omitted if there are none. */
  readonly theme?: {
    readonly primary?: string;
    readonly secondary?: string;
    readonly focus?: string;
    readonly logoUrl?: string;
    readonly backgroundUrl?: string;
    readonly knockBackgroundUrl?: string;
  };
}

/** From the room page. */
export type ToRooms =
  /** First on every connection: looks at the room without entering. The reply is `welcome` or `refused`. */
  | {
      readonly type: 'hello';
      readonly roomName: string;
      readonly roomKey: string | null;
      /** Kept by the browser, so that a reconnect is recognised. */
      readonly deviceId: string;
      /** Origin of the embedding page; null if the room is not embedded. */
      readonly pageOrigin: string | null;
    }
  /** Asks to enter. The reply is `entered`, `locked` (knock instead), `full` or `refused`. */
  | {
      readonly type: 'enter';
      readonly self: SelfState;
      readonly externalId: string | null;
      readonly metadata: string | null;
    }
  | {
      readonly type: 'knock';
      readonly self: SelfState;
      readonly externalId: string | null;
      readonly metadata: string | null;
    }
  | { readonly type: 'cancelKnock' }
  | { readonly type: 'update'; readonly changes: Partial<SelfState> }
  | { readonly type: 'say'; readonly text: string }
  | { readonly type: 'react'; readonly emoji: string }
  | { readonly type: 'leave' }
  /** Everything below is accepted from hosts only. */
  | { readonly type: 'lock'; readonly locked: boolean }
  | { readonly type: 'admit'; readonly knockId: string }
  | { readonly type: 'reject'; readonly knockId: string }
  | { readonly type: 'remove'; readonly participantId: string }
  | { readonly type: 'mute'; readonly participantId: string }
  | { readonly type: 'spotlight'; readonly participantId: string | null }
  | { readonly type: 'breakout'; readonly open: boolean; readonly groups: readonly string[] }
  | { readonly type: 'record'; readonly on: boolean }
  | { readonly type: 'stream'; readonly on: boolean }
  | { readonly type: 'transcribe'; readonly on: boolean }
  | { readonly type: 'timer'; readonly on: boolean }
  | { readonly type: 'endMeeting' };

/** To the room page. */
export type FromRooms =
  /** The role that the key gives, the room as it is, and whether commands from the embedding page count (allowed domains). */
  | {
      readonly type: 'welcome';
      readonly role: Role;
      readonly commandsAllowed: boolean;
      readonly room: RoomState;
    }
  | { readonly type: 'refused'; readonly reason: 'not-found' | 'expired' | 'deleted' | 'bad-key' | 'bad-external-id' }
  | { readonly type: 'entered'; readonly participantId: string; readonly role: Role }
  | { readonly type: 'locked' }
  | { readonly type: 'full' }
  /** A host rejected the knock. */
  | { readonly type: 'rejected' }
  | { readonly type: 'room'; readonly room: RoomState }
  | { readonly type: 'reaction'; readonly participantId: string; readonly emoji: string }
  /** A host muted this participant. */
  | { readonly type: 'muted' }
  | { readonly type: 'removed' }
  | { readonly type: 'ended' }
  /** The allowed domains changed: whether commands from the embedding page count now. */
  | { readonly type: 'allowed'; readonly commandsAllowed: boolean }
  /** The sandbox's clock was moved: its time now, ISO. */
  | { readonly type: 'clock'; readonly now: string };
