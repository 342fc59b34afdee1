import type { NormalOf, ValueOf } from './kinds/index.js';
import type { params } from './registry.js';

type Registry = typeof params;

export type ParamName = keyof Registry;

/** Every room parameter with the value an app may pass. `undefined` leaves what the room address says. */
export type RoomParams = {
  -readonly [K in keyof Registry]?: ValueOf<Registry[K]> | undefined;
};

/** Every room parameter with the one value it has once read: toggles and flags are booleans. */
export type NormalRoomParams = {
  -readonly [K in keyof Registry]?: NormalOf<Registry[K]>;
};

/** A language the room is translated into. */
export type WherebyLanguage = ValueOf<Registry['lang']>;

/** For tools: in which group a parameter belongs and what it does. */
export type ParamDocs = {
  readonly [K in ParamName]: {
    readonly group: string;
    readonly summary: string;
    /** The vendor's reference does not name it. */
    readonly undocumented?: boolean;
  };
};
