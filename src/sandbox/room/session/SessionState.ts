import type { PrecallResult } from '../../../protocol/events.js';
import type { SettingsPane } from '../../../protocol/commands.js';
import type { WherebyLanguage } from '../../../params/types.js';
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

export type SidePanel = 'chat' | 'people' | 'groups' | 'quality' | 'integrations' | 'inspector';

export type CheckStep = keyof PrecallResult['steps'];

export interface Reaction {
  readonly id: number;
  readonly participantId: string;
  readonly emoji: string;
}

/** One line of the inspector: what went over the border of the frame. */
export interface WireNote {
  readonly id: number;
  readonly direction: 'event' | 'command' | 'ignored';
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
  readonly language: WherebyLanguage;
  readonly devices: 'unasked' | 'granted' | 'denied';
  readonly checked: Partial<Record<CheckStep, 'passed' | 'failed'>>;
  /** What the steps of the test before the call were tried with. */
  readonly found: Partial<Record<CheckStep, string>>;
  readonly panel: SidePanel | null;
  readonly settings: SettingsPane | null;
  readonly pip: boolean;
  readonly connection: 'stable' | 'unstable' | 'offline';
  readonly reactions: readonly Reaction[];
  readonly notes: readonly WireNote[];
  readonly processing: { readonly echo: boolean; readonly gain: boolean; readonly noise: boolean };
  readonly lowData: boolean;
  /** A recording on this device: this browser's own, of which the room knows nothing. */
  readonly localRecording: boolean;
  /** How far the sandbox's clock is ahead of this machine's, in milliseconds. */
  readonly clockAhead: number;
}
