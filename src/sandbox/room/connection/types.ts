import type { FromRooms, SelfState, ToRooms } from '../../wire.js';
import type { Staging } from './staging.js';

/** What the inspector can do with simulated people if the rooms are in this browser; see `simulate.ts`. */
export type Simulation =
  | { readonly type: 'addPerson' }
  | { readonly type: 'removePerson' }
  /** The first of them does it. */
  | { readonly type: 'changeFirst'; readonly changes: Partial<SelfState> }
  | { readonly type: 'setRecording'; readonly on: boolean }
  | { readonly type: 'setStreaming'; readonly on: boolean }
  | { readonly type: 'knock' }
  | { readonly type: 'admitAll' }
  | { readonly type: 'rejectAll' }
  | { readonly type: 'removeSelf'; readonly participantId: string }
  | { readonly type: 'setLock'; readonly locked: boolean }
  | { readonly type: 'endMeeting' }
  | { readonly type: 'muteSelf'; readonly participantId: string }
  | { readonly type: 'stage'; readonly staging: Staging };

export interface ConnectionHandlers {
  /** The rooms can be reached, for the first time or again: say hello. */
  onOpen(): void;
  onMessage(message: FromRooms): void;
  onLost(): void;
}

/** The room page's connection to the rooms. */
export interface RoomsConnection {
  send(message: ToRooms): void;
  close(): void;
  /** Undefined if a server plays the simulated people. */
  simulate?(simulation: Simulation): void;
}

export type Connect = (handlers: ConnectionHandlers) => RoomsConnection;
