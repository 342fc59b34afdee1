import type { SettingsPane } from '../../../protocol/commands.js';
import type { PrecallResult } from '../../../protocol/events.js';
import type { ConnectionStatus } from '../../../protocol/statuses.js';
import type { RoomLanguage } from '../labels/locales.js';
import type { FromRooms, Role, RoomState, SelfState } from '../../wire.js';

/** Where a participant is on the way into the room and out of it. */
export type Phase =
  | 'connecting'
  | 'refused'
  | 'permissions'
  | 'check'
  | 'review'
  | 'entering'
  | 'locked'
  | 'knocking'
  | 'rejected'
  | 'full'
  | 'joined'
  | 'left'
  | 'removed'
  | 'ended';

export type SidePanelName = 'chat' | 'people' | 'groups' | 'quality' | 'integrations' | 'inspector';

/** A step of the check before the call. */
export type CheckStep = keyof PrecallResult['steps'];

export interface Reaction {
  readonly id: number;
  readonly participantId: string;
  readonly emoji: string;
}

/** A message between the frame and the page, as the inspector lists it. */
export interface FrameMessage {
  readonly id: number;
  readonly kind: 'event' | 'command' | 'ignored';
  readonly name: string;
  readonly detail: string;
}

export interface SessionState {
  readonly phase: Phase;
  readonly refusal: Extract<FromRooms, { type: 'refused' }>['reason'] | null;
  readonly role: Role;
  readonly commandsAllowed: boolean;
  readonly room: RoomState | null;
  readonly selfId: string | null;
  readonly self: SelfState;
  readonly language: RoomLanguage;
  readonly devices: 'not-asked' | 'granted' | 'denied';
  readonly checkResults: Partial<Record<CheckStep, 'passed' | 'failed'>>;
  /** The device or figure that each step of the check found. */
  readonly checkDetails: Partial<Record<CheckStep, string>>;
  readonly panel: SidePanelName | null;
  readonly settings: SettingsPane | null;
  readonly pip: boolean;
  readonly connection: ConnectionStatus;
  readonly reactions: readonly Reaction[];
  readonly frameMessages: readonly FrameMessage[];
  readonly processing: { readonly echo: boolean; readonly gain: boolean; readonly noise: boolean };
  readonly lowData: boolean;
  /** A recording on this device: the room does not know of it. */
  readonly localRecording: boolean;
  /** How far the sandbox's clock is ahead of this machine's, in milliseconds. */
  readonly clockAhead: number;
}
