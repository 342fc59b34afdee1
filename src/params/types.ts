import type { NormalOf, ValueOf } from './kinds/Kind.js';
import type { params } from './registry.js';

type Registry = typeof params;

export type ParamName = keyof Registry;

/** Every room parameter with the values an app may pass. `undefined` leaves what the room URL has. */
export type RoomParams = {
  -readonly [K in keyof Registry]?: ValueOf<Registry[K]> | undefined;
};

/** Every room parameter in its normal form: toggles and flags are booleans. */
export type NormalRoomParams = {
  -readonly [K in keyof Registry]?: NormalOf<Registry[K]>;
};

/** A language the room is translated into. */
export type WherebyLanguage = ValueOf<Registry['lang']>;

export interface ParamGroup {
  readonly group: string;
  readonly title: string;
}

/** For tools: which group a parameter belongs to and what it does. */
export type ParamDocs = {
  readonly [K in ParamName]: {
    readonly group: string;
    readonly summary: string;
    /** What the room does if it is not set, in a word or two. Rooms and plans differ: this is a room without settings of its own. */
    readonly default: string;
    /** The service's own reference does not name it. */
    readonly undocumented?: boolean;
  };
};
