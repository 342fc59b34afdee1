import type { CommandDefinition, commands } from './commands.js';
import type { EventDefinition, events } from './events.js';

type Events = typeof events;
type Commands = typeof commands;

/** The name of a prop that handles an event, such as `onJoin`. */
export type EventProp = keyof Events;

/** What an event carries; `null` for most. */
export type EventPayload<Prop extends EventProp> = Events[Prop] extends { read(payload: unknown): infer P }
  ? Exclude<P, undefined>
  : never;

/** One prop for each event. */
export type EventHandlers = {
  [Prop in keyof Events]?:
    (EventPayload<Prop> extends null ? () => void : (payload: EventPayload<Prop>) => void) | undefined;
};

/** An event of the protocol under its name on the wire. */
export type KnownRoomEvent = {
  [Prop in EventProp]: {
    readonly type: Events[Prop]['type'];
    readonly prop: Prop;
    readonly payload: EventPayload<Prop>;
  };
}[EventProp];

/** An event that the protocol, as this version knows it, does not have, or not with this payload. */
export interface UnknownRoomEvent {
  readonly type: 'unknown';
  /** Its name on the wire. */
  readonly name: string;
  readonly payload: unknown;
}

export type RoomEvent = KnownRoomEvent | UnknownRoomEvent;

export type CommandName = keyof Commands;

export type CommandArgs<Name extends CommandName> = Commands[Name] extends CommandDefinition<infer Args> ? Args : never;

/** One method for each command. */
export type RoomCommands = {
  [Name in keyof Commands]: (...args: CommandArgs<Name>) => Promise<void>;
};

export type { EventDefinition, CommandDefinition };
