import type { FromRooms, ToRooms } from '../../wire.js';

/** What a page can play for itself where no server does: see `tabs.ts`. */
export type Simulation =
  | { readonly type: 'addPerson' }
  | { readonly type: 'removePerson' }
  | { readonly type: 'admitAll' }
  | { readonly type: 'rejectAll' }
  | { readonly type: 'putOut'; readonly participantId: string }
  | { readonly type: 'setLock'; readonly locked: boolean };

export interface ConnectionHandlers {
  /** There is someone to talk to, for the first time or again: say hello. */
  onOpen(): void;
  onMessage(message: FromRooms): void;
  onLost(): void;
}

/** The room page's line to the rooms. */
export interface RoomsConnection {
  send(message: ToRooms): void;
  close(): void;
  /** Absent where a server plays the people. */
  simulate?(what: Simulation): void;
}

export type Connect = (handlers: ConnectionHandlers) => RoomsConnection;
